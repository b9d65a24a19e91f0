import { ANSWER_MS, ATTEMPT_MS, RETRY_MS } from "./limits.js";
import { retryAfter } from "./retry-after.js";
import { pause, within } from "./waiting.js";

/** @typedef {import("./types").Answer} Answer */

/** The answers of a server that can name the time of the next request. */
const BUSY = [429, 503];

/** Calls the realm's endpoints beside the script. */
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

  /** Who is signed in, and the config for their chat. */
  webChat() {
    return this.#request("web-chat", {});
  }

  /** The config for an anonymous chat. */
  anonymousWebChat() {
    return this.#request("web-chat", { token: () => "" });
  }

  /** @param {import("./types").Ids} ids */
  token(ids) {
    return this.#request("token", { content: ids });
  }

  /** Whether the session lives. Neither renews a token nor retries: the watch asks again anyway. */
  session() {
    const { sid, accessToken } = this.#state;
    return this.#request("session", {
      query: "&sid=" + encodeURIComponent(sid),
      token: () => accessToken || this.#auth.accessToken(),
      last: true,
    });
  }

  /**
   * Retries once where another attempt can help: after a network failure, a 5xx, or a 401 for an access
   * token that has run out.
   * @param {string} path
   * @param {object} options
   * @param {string} [options.query]
   * @param {object} [options.content] of a POST
   * @param {() => any} [options.token]
   * @param {boolean} [options.last] no retry
   * @returns {Promise<Answer>}
   */
  async #request(path, { query = "", content, token, last = false }) {
    const until = Date.now() + ANSWER_MS;
    const { signal } = this.#state.generation;
    const renew = () => this.#auth.accessToken();
    token ||= renew;
    for (; ; last = true) {
      try {
        const limit = AbortSignal.any([
          signal,
          AbortSignal.timeout(last ? until - Date.now() : ATTEMPT_MS),
        ]);
        const bearer = await within(token(), limit);
        const answer = await this.#fetch(path + this.#query + query, content, bearer, limit);
        const isSpent = async () =>
          answer.status === 401 && bearer && (await within(renew(), limit)) !== bearer;
        if (last || answer.waitMs || (answer.status < 500 && !(await isSpent()))) return answer;
      } catch (e) {
        if (last || signal.aborted) throw e;
      }
      await pause(RETRY_MS);
      signal.throwIfAborted();
    }
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
    const { status } = answer;
    const waitMs = retryAfter(answer.headers);
    if (BUSY.includes(status)) this.#state.blockedUntil = Date.now() + waitMs;
    const body = answer.json();
    return { status, waitMs, data: status === 200 ? await body : await body.catch(() => ({})) };
  }
}
