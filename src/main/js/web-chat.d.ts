/**
 * web-chat.js signs the page's Keycloak user in to Helpshift Web Chat, and out again when the
 * Keycloak session ends.
 *
 * ```html
 * <script async src="https://sso.example.com/realms/acme/helpshift/web-chat.js" data-client-id="web"></script>
 * <script>(window.HelpshiftSSO ||= []).push({ auth: keycloak })</script>
 * ```
 *
 * The first line alone goes by the realm's single sign-on cookie: enough where the page shares a
 * site with Keycloak, or where browsers still send third-party cookies. The second line hands over
 * how to get an access token.
 *
 * Attributes of the script element:
 *
 * - `src`: the address of the realm's script. The endpoints are looked for beside it.
 * - `data-client-id`: the app's client in the realm. Required.
 * - `data-cookie="off"`: without a `push`, don't go by the cookie: wait for one, however late it
 *   comes. A `push` without an `auth` still goes by the cookie.
 * - `data-load`: when Web Chat is loaded. `always`; `signed-in`: only when somebody is signed in, so
 *   visitors have no chat; `manual`: nothing is loaded and nothing is asked before `load()`. Without it
 *   the realm's setting `helpshift.load` counts, where `manual` still asks who is signed in.
 * - `data-debug`: writes each error to the console, with what to do about it. On `localhost` it is on
 *   unless it is `off`.
 * - `nonce`: is passed on to the script element of Web Chat, for a strict content security policy.
 *
 * It is a classic script: it finds itself by `document.currentScript`, so no `type="module"` and no
 * bundling. A second one on a page does nothing. It needs Chrome
 * and Edge 100, Firefox 100, Safari 15.4, or newer.
 *
 * No token is ever in a global, in storage, in the console or in an event. `sessionStorage` holds
 * one item, `helpshift-sso`: the session's opaque `sid`; `localStorage` has `helpshift-sso:unloaded` after
 * `unload()`. Tabs of one origin send each other `{type: "login" | "logout" | "look", sid}` over a
 * `BroadcastChannel`. Without these it still works: each tab then looks by itself.
 *
 * Time limits:
 *
 * | what | limit |
 * | --- | --- |
 * | an answer to Helpshift's `onLoginRequest` | 4.5 s in all, of the 5 s that Helpshift waits: a first attempt of at most 3 s, and one retry 0.2 s later after a network failure, a 5xx, or a 401 for an access token that the adapter can replace |
 * | the session is looked at, while someone is signed in and the chat is open | every 4 s |
 * | the same while the chat is closed | once a minute, or as the realm's `helpshift.watch_seconds` says |
 * | the same at once | when the chat is opened, which is hidden again if the session has ended; when the tab becomes visible or is focused; when the network returns; when another tab tells of a login or logout. Hidden tabs ask nothing. Of several visible tabs of one origin one asks and tells the others. Looking never prolongs the session. A `Retry-After` of the server is obeyed |
 * | `webChat.js` | 10 s, then an error event; it is used when it comes after all |
 * | a keycloak-js that was not yet `init`ed, or is in its `init` | 10 s, or 2 s, then the chat begins anonymously and the login follows. After 10 s more without a word nobody is taken to be signed in, and a chat that the page before has left is ended |
 * | retries on Helpshift's errors | one a minute, while the tab is visible |
 * | after a failure (network, 5xx, 429, `webChat.js` blocked) | tried again after a minute while the tab is visible, or when it becomes visible or the network returns |
 * | new identities or user data | asked for by `refresh()`, and when the tab becomes visible again and the last token is over a minute old |
 */

/** What of a keycloak-js instance (`new Keycloak(…)`) is used. It need not be `init`ed yet. */
export interface KeycloakLike {
  authenticated?: boolean;
  didInitialize?: boolean;
  token?: string;
  refreshToken?: string;
  /** Called with 30 to answer Helpshift's login requests, and when the page pushes or refreshes. */
  updateToken(minValidity: number): PromiseLike<unknown>;
  // Chained, never replaced: a handler of the page's is called, whether it was set before or after.
  onReady?: (...args: any[]) => void;
  onAuthSuccess?: (...args: any[]) => void;
  onAuthRefreshSuccess?: (...args: any[]) => void;
  onAuthLogout?: (...args: any[]) => void;
}

/** What of oidc-client-ts's `UserManager` is used. */
export interface UserManagerLike {
  getUser(): Promise<{ access_token: string; expired?: boolean } | null>;
  /**
   * Called when the stored user's access token has expired and the app does not renew it by itself
   * (`automaticSilentRenew`), in one tab. Nobody is signed in if it is refused
   * with `invalid_grant`, `login_required` or another of the errors `…_required`.
   */
  signinSilent(): Promise<{ access_token: string } | null>;
  events: {
    addUserLoaded(callback: (user: any) => void): unknown;
    removeUserLoaded(callback: (user: any) => void): unknown;
    addUserUnloaded(callback: () => void): unknown;
    removeUserUnloaded(callback: () => void): unknown;
    addUserSignedOut(callback: () => void): unknown;
    removeUserSignedOut(callback: () => void): unknown;
  };
}

/** What wraps a keycloak-js or a `UserManager` in a framework. */
export type AuthWrapper =
  /** keycloak-angular's `KeycloakService`, once it is initialised. */
  | { getKeycloakInstance(): KeycloakLike }
  | { keycloak: KeycloakLike }
  | { userManager: UserManagerLike };

/** Anything else that has access tokens. */
export interface AccessTokens {
  /**
   * An access token of the client for the user who is signed in, or nothing when nobody is, which
   * ends the chat. Wait (the app is still starting) or throw (no network) while it can't be told.
   */
  getAccessToken(): string | null | undefined | PromiseLike<string | null | undefined>;
  /**
   * Calls back after every login, logout and change of user; returns how to end that. Without it a
   * login is noticed when the tab becomes visible, and an end by the watch.
   */
  subscribe?(changed: () => void): (() => void) | void;
}

/**
 * For apps that keep tokens on their server, which signs the identity token or asks Keycloak for it
 * (the protocol mapper's claim). Nothing of Keycloak's is reachable from the browser here, so the
 * session is not watched: say so by `subscribe`, `logout()` or a page load when it has ended. Other
 * tabs then end too.
 */
export interface IdentityTokens {
  /**
   * A fresh identity token, or nothing when nobody is signed in. The token alone, or the whole
   * answer of the token endpoint. It is called at every start, when the tab becomes visible, when
   * another tab logs in or out, and at every login request, which Helpshift repeats when it wants to
   * verify again; a token of over 24 hours is then refused. Throw when it can't be had now.
   */
  getIdentityToken(): IdentityToken | null | undefined | PromiseLike<IdentityToken | null | undefined>;
  subscribe?(changed: () => void): (() => void) | void;
}

/** The JWT, or the token endpoint's answer, of which `identity_token` is required. */
export type IdentityToken =
  | string
  | {
      identity_token: string;
      /** Assumed false. */
      full_privacy_enabled?: boolean;
      user_data?: { global?: object; app?: object };
    };

export interface HelpshiftSSOOptions {
  /** Without it the realm's cookie tells who is signed in. */
  auth?: KeycloakLike | UserManagerLike | AccessTokens | IdentityTokens | AuthWrapper;
}

export type HelpshiftSSOItem = HelpshiftSSOOptions | ((sso: HelpshiftSSOHandle) => void);

/** `window.HelpshiftSSO` once the script runs. */
export interface HelpshiftSSOHandle {
  /** What the events said so far: for a listener that comes after one. A copy. */
  readonly state: HelpshiftSSOState;
  /**
   * Connects. The same `auth` again does nothing, unless `disconnect()` came between: a component
   * may push whenever it mounts. Another `auth` takes the place of the one before.
   *
   * A function is called with this handle once the script runs, so a page can also call `load()`
   * before: `(window.HelpshiftSSO ||= []).push((sso) => sso.load())`.
   */
  push(...options: HelpshiftSSOItem[]): void;
  /**
   * Loads Web Chat where it waits for the page: with `data-load="manual"`, where the realm says so, and
   * after `unload()`. Call it at each page load when your visitor has agreed, before or after `push`.
   */
  load(): void;
  /**
   * Takes `load()` back: logs the chat out, hides it, and makes no more requests. Nothing is loaded at the
   * next page load either, until `load()`: `localStorage` remembers it, whatever `data-load` says.
   */
  unload(): void;
  /**
   * True once Web Chat is loaded and initialised. False when the first try failed: blocked, late, or
   * the realm not configured; an error event says which. Never rejects.
   */
  readonly ready: Promise<boolean>;
  /**
   * Looks again who is signed in, and for identities or user data that are new since the login.
   * Also tries again what was refused. Each call makes a token: not for code that runs often.
   */
  refresh(): Promise<void>;
  /**
   * Signs the chat out and hides it, in this tab, without ending the Keycloak session. The same
   * session is not signed in again until `refresh()`, a `push` after `disconnect()`, or a page load.
   * While it is still being found out who is signed in: whoever is found is not signed in.
   */
  logout(): void;
  /**
   * Stops acting: no requests, no answers to Helpshift, no logout. The chat stays as it is until a
   * `push`.
   */
  disconnect(): void;
}

/** Why the chat was logged out. */
export type LogoutReason =
  /** The Keycloak session has ended, whoever ended it. */
  | "session"
  /** The adapter said so. */
  | "adapter"
  /** The page called `logout()`. */
  | "page"
  /** Someone else is signed in now; their login follows. */
  | "switch";

export interface HelpshiftSSOError {
  /**
   * One of
   *
   * - `network`: Keycloak could not be reached, or CORS forbids this page
   * - `timeout`: Keycloak or the page's `auth` took too long
   * - `auth`: the page's own `auth` threw; `description` is the exception's message, without tokens
   * - `token_expired`: the access token has run out; the script renews none by itself, and goes on once
   *   the app has renewed it
   * - `too_many_requests`: `refresh()`, `changed` or Helpshift ask too often; without a `status`, the
   *   script did not ask
   * - `invalid_auth`: `push` was given something that is none of the kinds of `auth`; nobody is then
   *   signed in by the cookie either
   * - `no_client_id`, `no_script_element`: the script element lacks `data-client-id`, or the script
   *   does not find its element; it then does nothing
   * - `insecure_page`: the page has no `https`
   * - `page_config`: `helpshiftConfig` cannot be changed
   * - `internal`: a fault of the script
   * - `web_chat_blocked`: `webChat.js` or (`description` names the CSP directive) its frame was blocked
   * - `invalid_load`: `data-load` is not one of its three values, and is ignored
   * - `not_loaded`: `unload()` was called although nothing may be loaded
   * - `user_auth_failure`: Helpshift did not verify the user, in a domain without User Hub; its message is
   *   in `description`. It is retried
   * - `web_chat_late`: `webChat.js` is not here after 10 s
   * - `http`: an answer that is none of the endpoints', as of a proxy: it never ends a chat
   * - `JWT_IS_INVALID`, without a `reason`: `getIdentityToken` gave no JWT
   * - the `error` of an endpoint's answer; its HTTP status is in `status`, its
   *   `error_description` in `description`. 401: the access token that `auth` gave is refused; 403: no token for this client or user; 409:
   *   `CONFIG_JWT_USER_ID_MISMATCH`, `CONFIG_JWT_EMAIL_MISMATCH`; 422: `USERID_AND_EMAIL_MISSING`;
   *   429; 503: the realm is not configured. After a 403, a 422 and a second 409 the chat goes on
   *   anonymously
   * - Helpshift's own, with its `reason`: `LOGIN_FAILED`, `ADD_USER_IDENTITY_FAILED`,
   *   `UPDATE_GLOBAL_USER_DATA_FAILED`, `UPDATE_APP_USER_DATA_FAILED`,
   *   `IDENTITY_PROFILE_UPDATE_FAILED`. Its `details` are not passed on, as they hold people's data;
   *   `Helpshift("addEventListener", "onWebChatRuntimeError", …)` has them. `LOGIN_FAILED` is
   *   retried for `IDENTITIES_INVALID_TOKEN`, `INTERNAL_HELPSHIFT_ERROR_DURING_USER_LOGIN` and the
   *   two mismatches
   */
  error: string;
  /** HTTP status of the endpoint's answer. */
  status?: number;
  /** Helpshift's reason. */
  reason?: string;
  description?: string;
  /** What to do about it, in a sentence; empty when there is none. */
  fix: string;
}

/** `HelpshiftSSO.state`. It holds no token and nobody's data. */
export interface HelpshiftSSOState {
  /** Whose chat it is: a user's, an anonymous one, or one that was logged out and is hidden. */
  who: "unknown" | "user" | "anonymous" | "logged-out";
  /** Since when, in ms since 1970. */
  since: number;
  lastError?: HelpshiftSSOError & { at: number };
}

/** Events on `window`. No detail holds a token or a person's data. */
export interface HelpshiftSSOEventMap {
  /**
   * A token was handed to Helpshift: the first, or (`reverified`) one that it asked for again.
   * Helpshift has no event for success; if it refuses the token, an error event follows.
   */
  "helpshift-sso:login": CustomEvent<{ reverified: boolean }>;
  /** The chat was logged out and, but for `switch`, hidden. */
  "helpshift-sso:logout": CustomEvent<{ reason: LogoutReason }>;
  /** The chat is for nobody: no one is signed in, or their token was refused. */
  "helpshift-sso:anonymous": CustomEvent<{}>;
  /** Identities that are new since the login were added. */
  "helpshift-sso:identities": CustomEvent<{}>;
  /**
   * Somebody followed a link in an email about a conversation that another user began. Ask the person to
   * log in or out, then go to `pageUrl` and open the chat. `pageUrl` is there if it is of the page's own
   * origin.
   */
  "helpshift-sso:user-changed": CustomEvent<{ wanted: "login" | "logout"; pageUrl?: string }>;
  "helpshift-sso:error": CustomEvent<HelpshiftSSOError>;
}

declare global {
  interface Window {
    /** An array until the script runs, so that a page can `push` before. */
    HelpshiftSSO?: HelpshiftSSOHandle | HelpshiftSSOItem[];
    /** Helpshift's own configuration: changed in place, never replaced. */
    helpshiftConfig?: Record<string, any>;
    /** Web Chat's API. */
    Helpshift?: (...call: any[]) => void;
  }
  interface WindowEventMap extends HelpshiftSSOEventMap {}
}
