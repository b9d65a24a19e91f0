/**
 * web-chat.js signs the page's Keycloak user in to Helpshift Web Chat, and out again when the Keycloak
 * session ends.
 *
 * ```html
 * <script async src="https://sso.example.com/realms/acme/helpshift/web-chat.js" data-client-id="web"></script>
 * <script>(window.HelpshiftSSO ||= []).push({ auth: keycloak })</script>
 * ```
 *
 * With only the first line, the script uses the realm's single sign-on cookie. That is enough if the page
 * shares a site with Keycloak, or if browsers still send third-party cookies. The second line tells the
 * script how to get an access token.
 *
 * Attributes of the script element:
 *
 * - `src`: the address of the realm's script. The endpoints are beside it.
 * - `data-client-id`: the app's client in the realm. Required.
 * - `data-cookie="off"`: without a `push`, don't use the cookie: wait for a `push`. A `push` without an
 *   `auth` still uses the cookie.
 * - `data-load`: when Web Chat is loaded. `always`; `signed-in`: only when somebody is signed in, so
 *   visitors have no chat, and after a logout it is hidden; `manual`: no request before `load()`. Without it
 *   the realm's setting `helpshift.load` counts, where `manual` still asks Keycloak who is signed in.
 * - `data-after-logout`: `hidden`, the default: after a logout the chat is hidden on that page and on the one
 *   that the logout leads to. `anonymous`: it continues at once as an anonymous chat.
 * - `data-debug`: writes each error to the console, with what to do about it. On `localhost` this is on;
 *   `off` turns it off.
 * - `nonce`: is copied to the script element of Web Chat, for a strict content security policy.
 *
 * It is a classic script: it finds itself by `document.currentScript`, so no `type="module"` and no bundling.
 * A second one on a page does nothing. It needs Chrome and Edge 100, Firefox 100, Safari 15.4, or newer.
 *
 * No token is ever in a global, in storage, in the console or in an event. `sessionStorage` has one item,
 * `helpshift-sso`: the session's opaque `sid`, or the time of its end; `localStorage` has
 * `helpshift-sso:unloaded` after `unload()`. Tabs of one origin send each other `{type: "login" | "logout" |
 * "look", sid}` over a `BroadcastChannel`, and `{type: "identities", sid, identifiers}`: names such as
 * `steam_id`, never values. The script works without these, too: each tab then checks the session itself.
 *
 * Time limits:
 *
 * | what | limit |
 * | --- | --- |
 * | an answer to Helpshift's `onLoginRequest` | 4.5 s in all, of the 5 s that Helpshift waits: a first attempt of at most 3 s, and one retry 0.2 s later after a network failure, a 5xx, or a 401 for an access token that the adapter can replace |
 * | the session is checked, while somebody is signed in and the chat is open | every 4 s |
 * | the same while the chat is closed | once a minute, or as the realm's `helpshift.watch_seconds` says |
 * | the same at once | when the chat is opened, which is hidden again if the session has ended; when the tab becomes visible or is focused; when the network returns; when another tab tells of a login or logout. Hidden tabs ask nothing. Of several visible tabs of one origin one asks and tells the others. A check never prolongs the session. The script obeys a `Retry-After` of the server |
 * | `webChat.js` | 10 s, then an error event; if it loads later, it is used |
 * | a keycloak-js that was not yet `init`ed, or is in its `init` | 10 s, or 2 s, then the chat begins anonymously and the login follows. After 10 s more without an event the script assumes that nobody is signed in, and ends a chat that the previous page has left |
 * | retries on Helpshift's errors | one a minute, while the tab is visible |
 * | after a failure (network, 5xx, 429, `webChat.js` blocked) | tried again after a minute while the tab is visible, or when it becomes visible or the network returns |
 * | new identities or user data | asked for by `refresh()`, and when the tab becomes visible again and the last token is over a minute old |
 * | identities and user data that Helpshift did not accept | sent again a minute later while the tab is visible, unless Helpshift will never accept them |
 */

/**
 * The parts of a keycloak-js instance (`new Keycloak(…)`) that the script uses. It need not be `init`ed yet.
 */
export interface KeycloakLike {
  authenticated?: boolean;
  didInitialize?: boolean;
  token?: string;
  refreshToken?: string;
  /** Called with 30 to answer Helpshift's login requests, and when the page pushes or refreshes. */
  updateToken(minValidity: number): PromiseLike<unknown>;
  // Chained, never replaced: the page's own handler is always called, set before or after `push`.
  onReady?: (...args: any[]) => void;
  onAuthSuccess?: (...args: any[]) => void;
  onAuthRefreshSuccess?: (...args: any[]) => void;
  onAuthLogout?: (...args: any[]) => void;
}

/** The parts of oidc-client-ts's `UserManager` that the script uses. */
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

/** A framework's wrapper of a keycloak-js or a `UserManager`. */
export type AuthWrapper =
  /** keycloak-angular's `KeycloakService`, once it is initialised. */
  | { getKeycloakInstance(): KeycloakLike }
  | { keycloak: KeycloakLike }
  | { userManager: UserManagerLike }
  /** The result of react-oidc-context's `useAuth()`: push it whenever it changes. */
  | {
      events: UserManagerLike["events"];
      settings: object;
      user?: { access_token: string; expired?: boolean } | null;
      isLoading: boolean;
      signinSilent(): Promise<unknown>;
    };

/** Any other source of access tokens. */
export interface AccessTokens {
  /**
   * Returns an access token of the client for the user who is signed in, or nothing when nobody is signed in,
   * which ends the chat. While the app does not know yet, wait (it is still starting) or throw (no network).
   */
  getAccessToken(): string | null | undefined | PromiseLike<string | null | undefined>;
  /**
   * Calls back after every login, logout and change of user; returns a function that ends this. Without it
   * the script notices a login when the tab becomes visible, and the end of a session by its watch.
   */
  subscribe?(changed: () => void): (() => void) | void;
}

/**
 * For apps that keep tokens on their server, which signs the identity token or asks Keycloak for it (the
 * protocol mapper's claim). New identities after the login wait for the next login. The browser can't reach
 * Keycloak here, so the script does not watch the session: when it has ended, tell it by `subscribe`,
 * `logout()` or a page load. The chats of other tabs then end, too.
 */
export interface IdentityTokens {
  /**
   * Returns a fresh identity token, or nothing when nobody is signed in: only the token, or the whole answer
   * of the token endpoint. It is called at every start, when the tab becomes visible, when another tab logs
   * in or out, and at every login request, which Helpshift repeats to verify again; it then refuses tokens
   * older than 24 hours. Throw if you can't get a token now.
   */
  getIdentityToken(): IdentityToken | null | undefined | PromiseLike<IdentityToken | null | undefined>;
  subscribe?(changed: () => void): (() => void) | void;
}

/** The JWT, or the token endpoint's answer; only `identity_token` is required. */
export type IdentityToken =
  | string
  | {
      identity_token: string;
      /** The default is false. */
      full_privacy_enabled?: boolean;
      user_data?: { global?: object; app?: object };
    };

export interface HelpshiftSSOOptions {
  /** Without it the script uses the realm's cookie. */
  auth?: KeycloakLike | UserManagerLike | AccessTokens | IdentityTokens | AuthWrapper;
}

export type HelpshiftSSOItem = HelpshiftSSOOptions | ((sso: HelpshiftSSOHandle) => void);

/** `window.HelpshiftSSO` once the script runs. */
export interface HelpshiftSSOHandle {
  /** The result of all events so far, for listeners that are added late. It is a copy. */
  readonly state: HelpshiftSSOState;
  /**
   * Connects. The same `auth` again does nothing, unless `disconnect()` was called meanwhile, so a component
   * can push whenever it mounts. Another `auth` replaces the old one.
   *
   * A function is called with this handle once the script runs, so a page can also call `load()` before:
   * `(window.HelpshiftSSO ||= []).push((sso) => sso.load())`.
   */
  push(...options: HelpshiftSSOItem[]): void;
  /**
   * Loads Web Chat if it waits for the page: with `data-load="manual"`, with `manual` in the realm, and after
   * `unload()`. If your visitor has agreed, call it at each page load, before or after `push`.
   */
  load(): void;
  /**
   * Undoes `load()`: logs the chat out, hides it, and makes no more requests. The next page load loads
   * nothing either, until `load()`: `localStorage` remembers it, for every value of `data-load`. Other tabs
   * that are open keep their chat. Can be called before `load()`, for a visitor who has not agreed.
   */
  unload(): void;
  /**
   * Resolves to true once Web Chat is loaded and initialised, and to false if the first try failed: it was
   * blocked or late, or the realm is not configured. An error event says which. Never rejects.
   */
  readonly ready: Promise<boolean>;
  /**
   * Checks again who is signed in, and looks for new identities and user data. Also retries what was refused.
   * Each call makes a token, so don't call it often.
   */
  refresh(): Promise<void>;
  /**
   * Signs the chat out and hides it (see `data-after-logout`), in this tab, without ending the Keycloak
   * session. The same session is not signed in again until `refresh()`, a `push` after `disconnect()`, or a
   * page load. If the script is still finding out who is signed in, that user is not signed in either.
   */
  logout(): void;
  /**
   * Stops the script: no requests, no answers to Helpshift, no logout. The chat stays as it is until a
   * `push`.
   */
  disconnect(): void;
}

/** Why the chat was logged out. */
export type LogoutReason =
  /** The Keycloak session has ended, for any reason. */
  | "session"
  /** The adapter said so. */
  | "adapter"
  /** The page called `logout()`. */
  | "page"
  /** Another user is signed in now; their login follows. */
  | "switch";

export interface HelpshiftSSOError {
  /**
   * One of
   *
   * - `network`: Keycloak could not be reached, or CORS forbids this page
   * - `timeout`: Keycloak or the page's `auth` took too long
   * - `auth`: the page's own `auth` threw; `description` is the exception's message, without tokens
   * - `token_expired`: the access token has expired; the script does not renew it, and continues once the app
   *   has renewed it
   * - `too_many_requests`: `refresh()`, `changed` or Helpshift ask too often; without a `status`, the
   *   script did not ask
   * - `invalid_auth`: `push` got an `auth` of an unknown kind, or something else than `{ auth }`; then nobody
   *   is signed in by the cookie either
   * - `no_client_id`, `no_script_element`: the script element lacks `data-client-id`, or the script
   *   does not find its element; it then does nothing, and reports it again at each `push` and `load()`
   * - `insecure_page`: the page has no `https`
   * - `page_config`: `helpshiftConfig` cannot be changed
   * - `full_privacy_late`: a person with full privacy came after a user without it; Web Chat reads full
   *   privacy only when the page is loaded, and is hidden until then
   * - `internal`: a fault of the script
   * - `web_chat_blocked`: `webChat.js` or its frame was blocked (`description` then names the CSP directive),
   *   or something else came in place of `webChat.js`
   * - `invalid_load`: `data-load` is not one of its three values, and is ignored
   * - `not_loaded`: `unload()` was called twice
   * - `user_auth_failure`: Helpshift did not verify the user, in a domain without User Hub; its message is
   *   in `description`. It is retried
   * - `web_chat_late`: `webChat.js` is not loaded after 10 s
   * - `http`: the answer is not from the endpoints but, for example, from a proxy, whatever it says: it never
   *   ends a chat
   * - `JWT_IS_INVALID`, without a `reason`: `getIdentityToken` gave no JWT
   * - the `error` of an endpoint's answer; its HTTP status is in `status`, its
   *   `error_description` in `description`. 401: the access token that `auth` gave is refused; 403: no token
   *   for this client or user; 409:
   *   `CONFIG_JWT_USER_ID_MISMATCH`, `CONFIG_JWT_EMAIL_MISMATCH`; 422: `USERID_AND_EMAIL_MISSING`;
   *   503: the realm is not configured. After a 403, a 422 and a second 409 the chat goes on
   *   anonymously
   * - Helpshift's own errors, with their `reason`: `LOGIN_FAILED`, `ADD_USER_IDENTITY_FAILED`,
   *   `UPDATE_GLOBAL_USER_DATA_FAILED`, `UPDATE_APP_USER_DATA_FAILED`,
   *   `IDENTITY_PROFILE_UPDATE_FAILED`. Their `details` are left out, because they contain people's data;
   *   `Helpshift("addEventListener", "onWebChatRuntimeError", …)` has them. `LOGIN_FAILED` is
   *   retried unless its reason lasts
   */
  error: string;
  /** HTTP status of the endpoint's answer. */
  status?: number;
  /** Helpshift's reason. */
  reason?: string;
  description?: string;
  /** What to do about it, in a sentence; empty if there is nothing to do. */
  fix: string;
}

/** `HelpshiftSSO.state`. It contains no token and nobody's data. */
export interface HelpshiftSSOState {
  /** Whose chat it is: a user's, an anonymous one, or one that was logged out and is hidden. */
  who: "unknown" | "user" | "anonymous" | "logged-out";
  /** Since when, in ms since 1970. */
  since: number;
  lastError?: HelpshiftSSOError & { at: number };
}

/** Events on `window`. They contain no token and nobody's data. */
export interface HelpshiftSSOEventMap {
  /**
   * Helpshift got a token: the first one, or (`reverified`) one that it asked for again.
   * Helpshift has no event for success; if it refuses the token, an error event follows.
   */
  "helpshift-sso:login": CustomEvent<{ reverified: boolean }>;
  /** The chat was logged out and hidden, except for `switch` and with `data-after-logout="anonymous"`. */
  "helpshift-sso:logout": CustomEvent<{ reason: LogoutReason }>;
  /** The chat is anonymous: nobody is signed in, or their token was refused. */
  "helpshift-sso:anonymous": CustomEvent<{}>;
  /** New identities since the login were added. */
  "helpshift-sso:identities": CustomEvent<{}>;
  /**
   * Somebody followed a link in an email about a conversation that another user began. Ask the person to log
   * in or out, then go to `pageUrl` and open the chat. `pageUrl` is present if it has the page's own origin.
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
