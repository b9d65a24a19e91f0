// Calls the realm's endpoints beside the script. Answers of other servers are thrown as failures.
import { isOurs } from "./answers.js";
import * as auth from "./auth.js";
import { now } from "./clock.js";
import { failure } from "./failure.js";
import { ANSWER_MS, ATTEMPT_MS, RETRY_MS } from "./limits.js";
import { retryAfter } from "./retry-after.js";
import { base, dataset } from "./script-element.js";
import { state } from "./state.js";
import { limited, pause, within } from "./waiting.js";

const QUERY = "?client_id=" + encodeURIComponent(dataset.clientId || "");

/** @typedef {import("./types").Answer} Answer */

/** The answers of a server that can name the time of the next request. */
const BUSY = [429, 503];

/**
 * Retries once if another attempt can help: after a network failure, a 5xx, or a 401 for an access
 * token that can be renewed.
 * @param {string} endpoint
 * @param {object} options
 * @param {boolean} [options.renew] whether an access token that has run out may be renewed
 * @param {() => any} [options.token]
 * @param {string} [options.query]
 * @param {object} [options.content] of a POST
 * @param {boolean} [options.last] no retry
 * @param {RequestCredentials} [options.credentials]
 * @returns {Promise<Answer>}
 */
const request = async (endpoint, {
  renew = false,
  token = () => auth.askAccessToken(renew),
  query = "",
  content,
  last = false,
  credentials = state.byCookie ? "include" : "omit",
}) => {
  const until = now() + ANSWER_MS;
  const { signal } = state.generation;
  for (; ; last = true) {
    try {
      const limit = limited(last ? until - now() : ATTEMPT_MS, signal);
      const bearer = await within(token(), limit);
      const answer = await send(endpoint + QUERY + query, content, bearer, {
        credentials,
        signal: limit,
      });
      const ours = isOurs(endpoint, answer);
      const refused = answer.status === 401 && ours && !!bearer;
      const again =
        answer.status >= 500 || (refused && renew && (await within(token(), limit)) !== bearer);
      if (last || answer.waitMs || !again) {
        if (!ours) throw answer;
        // Perhaps the access token has only run out, which is no end of the session.
        if (refused && !renew && endpoint !== "session" && (await session()).status === 204)
          throw failure("token_expired");
        return answer;
      }
    } catch (e) {
      if (last || signal.aborted || /** @type {any} */ (e).data) throw e;
    }
    await pause(RETRY_MS);
    signal.throwIfAborted();
  }
};

/**
 * @param {string} url
 * @param {object | undefined} content
 * @param {string} bearer
 * @param {{ credentials: RequestCredentials, signal: AbortSignal }} options
 * @returns {Promise<Answer>}
 */
const send = async (url, content, bearer, options) => {
  const answer = await fetch(base + url, {
    method: content && "POST",
    headers: {
      ...(content && { "Content-Type": "application/json" }),
      ...(bearer && { Authorization: "Bearer " + bearer }),
    },
    body: content && JSON.stringify(content),
    ...options,
  });
  const waitMs = retryAfter(answer.headers);
  if (BUSY.includes(answer.status)) state.blockedUntil = now() + waitMs;
  const data = await answer.json().catch(() => options.signal.throwIfAborted());
  return { status: answer.status, waitMs, data: data && typeof data === "object" ? data : {} };
};

/**
 * Who is signed in, and the config for their chat.
 * @param {boolean} renew
 */
export const webChat = (renew) => request("web-chat", { renew });

/** The config for an anonymous chat. */
export const anonymousWebChat = () => {
  return request("web-chat", { token: () => "", credentials: "omit" });
};

/**
 * @param {import("./types").Ids & { identifiers?: string[] }} ids with the identifiers that the token must
 *     have; all without them
 * @param {boolean} renew
 */
export const token = (ids, renew) => {
  return request("token", { content: ids, renew });
};

/** Whether the session lives. An access token that has run out will do. */
export const session = () => {
  const { sid, accessToken } = state;
  return request("session", {
    query: "&sid=" + encodeURIComponent(sid),
    token: () => accessToken,
    last: true,
  });
};
