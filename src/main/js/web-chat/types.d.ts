// Types that several modules of the script share.

/** The two ids of helpshiftConfig: the person that Helpshift is told about. */
export interface Ids {
  userId?: string;
  userEmail?: string;
}

/** One of the user's identities. */
export interface Identity {
  identifier: string;
  value: string;
}

/** An endpoint's answer. `data` is {} if the body is not JSON. */
export interface Answer {
  status: number;
  data: any;
  /** How long the server asks to wait until the next request. */
  waitMs?: number;
}

/** Hears of what happens in the page's own authentication. */
export interface AuthListener {
  /** A login, a logout or another user: look again. */
  changed(): void;
  /** The app has renewed its token: what failed for want of one can be tried again. */
  renewed(): void;
  /** Nobody is signed in any more. */
  ended(): void;
}

/** Tells who is signed in. Without accessToken and identityToken, the realm's cookie tells. */
export interface AuthSource {
  /** The object that is wrapped: two pushes of the same are one. */
  key: any;
  /** An access token; empty if nobody is signed in. Throws if it cannot tell now; may renew it. */
  accessToken?(): any;
  /** The access token as it is now, without renewing it. */
  currentToken?(): any;
  /** An identity token that the page's own server made; empty if nobody is signed in. */
  identityToken?(): any;
  /** Returns how to unsubscribe. */
  subscribe?(listener: AuthListener): any;
  /** How long the adapter may take to start, in ms. */
  startMs?: number;
}

/**
 * - asked: Helpshift has the ids and will ask for a login
 * - in: the token was handed over
 * - failed: no token can be had now, another try may help
 * - refused: Helpshift did not accept the token
 */
export type LoginState = "asked" | "in" | "failed" | "refused";
