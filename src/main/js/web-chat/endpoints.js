import { isOurs } from "./answers.js";
import { Failure } from "./failure.js";
import { ANSWER_MS, ATTEMPT_MS, RETRY_MS } from "./limits.js";
import { retryAfter } from "./retry-after.js";
import { limited, pause, within } from "./waiting.js";

/** @typedef {import("./types").Answer} Answer */

/** The answers of a server that can name the time of the next request. */
const BUSY = [429, 503];

/** Calls the realm's endpoints beside the script. Answers of others are thrown, as failures. */
export class Endpoints {
  #base;
  #query;
  #state;
  #auth;

  /**
   * @param {string} base
   * @param {string} clientId
   * @param {import("./state.js").State} state
   * @param {import("./auth.js").Auth} auth
   */
  constructor(base, clientId, state, auth) {
    this.#base = base;
    this.#query = "?client_id=" + encodeURIComponent(clientId);
    this.#state = state;
    this.#auth = auth;
  }

  /**
   * Who is signed in, and the config for their chat.
   * @param {boolean} renew whether an access token that has run out may be renewed
   */
  webChat(renew) {
    return this.#request("web-chat", { token: this.#token(renew), renew });
  }

  /** The config for an anonymous chat. */
  anonymousWebChat() {
    return this.#request("web-chat", { token: () => "" });
  }

  /**
   * @param {import("./types").Ids} ids
   * @param {boolean} renew
   */
  token(ids, renew) {
    return this.#request("token", { content: ids, token: this.#token(renew), renew });
  }

  /** Whether the session lives. An access token that has run out will do. */
  session() {
    const { sid, accessToken } = this.#state;
    return this.#request("session", {
      query: "&sid=" + encodeURIComponent(sid),
      token: () => accessToken,
      last: true,
    });
  }

  /** @param {boolean} renew */
  #token(renew) {
    return () => this.#auth.accessToken(renew);
  }

  /**
   * Retries once where another attempt can help: after a network failure, a 5xx, or a 401 for an access
   * token that can be renewed.
   * @param {string} endpoint
   * @param {object} options
   * @param {() => any} options.token
   * @param {boolean} [options.renew]
   * @param {string} [options.query]
   * @param {object} [options.content] of a POST
   * @param {boolean} [options.last] no retry
   * @returns {Promise<Answer>}
   */
  async #request(endpoint, { token, renew = false, query = "", content, last = false }) {
    const until = Date.now() + ANSWER_MS;
    const { signal } = this.#state.generation;
    for (; ; last = true) {
      try {
        const limit = limited(last ? until - Date.now() : ATTEMPT_MS, signal);
        const bearer = await within(token(), limit);
        const answer = await this.#fetch(endpoint + this.#query + query, content, bearer, limit);
        const refused = answer.status === 401 && isOurs(endpoint, answer) && !!bearer;
        const again =
          answer.status >= 500 || (refused && renew && (await within(token(), limit)) !== bearer);
        if (last || answer.waitMs || !again)
          return await this.#judge(endpoint, answer, refused && !renew);
      } catch (e) {
        if (last || signal.aborted || /** @type {any} */ (e).data) throw e;
      }
      await pause(RETRY_MS);
      signal.throwIfAborted();
    }
  }

  /**
   * @param {string} endpoint
   * @param {Answer} answer
   * @param {boolean} maybeSpent the access token may only have run out, which is no end of the session
   */
  async #judge(endpoint, answer, maybeSpent) {
    if (!isOurs(endpoint, answer)) throw answer;
    if (maybeSpent && endpoint !== "session" && (await this.session()).status === 204)
      throw new Failure("token_expired");
    return answer;
  }

  /**
   * @param {string} url
   * @param {object | undefined} content
   * @param {string} bearer
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #fetch(url, content, bearer, signal) {
    const answer = await fetch(this.#base + url, {
      method: content && "POST",
      headers: {
        ...(content && { "Content-Type": "application/json" }),
        ...(bearer && { Authorization: "Bearer " + bearer }),
      },
      body: content && JSON.stringify(content),
      credentials: this.#state.byCookie ? "include" : "omit",
      signal,
    });
    const waitMs = retryAfter(answer.headers);
    if (BUSY.includes(answer.status)) this.#state.blockedUntil = Date.now() + waitMs;
    const data = await answer.json().catch(() => signal.throwIfAborted());
    return { status: answer.status, waitMs, data: data && typeof data === "object" ? data : {} };
  }
}
