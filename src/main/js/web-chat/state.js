import { now } from "./clock.js";
import { Generation } from "./generation.js";

/** @typedef {import("./types").Ids} Ids */

/** What the parts of the script share: who is signed in, and how far their login got. */
class State {
  /** The domain has no User Hub: a digest in helpshiftConfig verifies the user, not a login. */
  legacy = false;
  /** The page has pushed, and has not disconnected since. */
  connected = false;
  /**
   * Undefined until the first push.
   * @type {import("./types").AuthSource | undefined}
   */
  source;
  generation = new Generation();
  /**
   * Undefined for an anonymous chat.
   * @type {Ids | undefined}
   */
  user;
  /** Keycloak's opaque name of the session. */
  sid = "";
  /** @type {import("./types").LoginState} */
  loginState = "asked";
  /** The last access token. The watch uses it at any age, since a refresh would prolong the session. */
  accessToken = "";
  /** helpshiftConfig is still that of a user who has left. */
  staleConfig = false;
  /** The key of the user who is not signed in again unless the page asks; "*" for the next user. */
  refusedUser = "";
  /** Helpshift is to ask for a login again, although the user is the same. */
  repeatLogin = false;
  /** False while the script itself made Helpshift ask: its answer must not prolong the session. */
  renewForLogin = true;
  /** When the script last asked who is signed in, or for a token. */
  triedAt = 0;
  /** The last look failed, or Web Chat did not load. */
  down = false;
  /** The server wants no request before this time. */
  blockedUntil = 0;

  get blocked() {
    return now() < this.blockedUntil;
  }

  /** Another attempt may help. */
  get broken() {
    return this.down || (!!this.user && this.loginState === "failed");
  }

  /** Something waits for another attempt. */
  get unsettled() {
    return this.broken || (!!this.user && this.loginState === "refused");
  }

  /** Nothing but the realm's cookie tells who is signed in. */
  get byCookie() {
    return !this.source?.accessToken && !this.source?.identityToken;
  }

  /** Drops whatever began for the user so far. */
  startGeneration() {
    this.generation.end();
    this.generation = new Generation();
  }

  /**
   * Returns a key for one user in one session.
   * @param {Ids} [ids]
   */
  keyOf(ids) {
    return JSON.stringify([ids?.userId, ids?.userEmail, this.sid]);
  }
}

export const state = new State();
