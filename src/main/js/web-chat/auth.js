// Asks the page's adapter who is signed in.
import * as chat from "./chat.js";
import { failure } from "./failure.js";
import { state } from "./state.js";

/**
 * If the adapter says that nobody is signed in, the chat ends without a request.
 * @param {(() => any) | undefined} get
 */
const ask = async (get) => {
  const { signal } = state.generation;
  let given;
  try {
    given = await get?.();
  } catch (e) {
    signal.throwIfAborted();
    throw failure("auth", e);
  }
  signal.throwIfAborted();
  if (state.user && get && !given) chat.end("adapter");
  return given;
};

/**
 * Asks for an access token and keeps it. Without `renew` the session must not be prolonged: then nothing is
 * called that lets the adapter renew its token, and the last token is used.
 * @param {boolean} renew
 */
export const askAccessToken = async (renew) => {
  const { source, accessToken: last } = state;
  const current = source?.currentToken || (last && (() => last));
  const get = (!renew && current) || source?.accessToken;
  const token = (await ask(get)) || "";
  if (typeof token !== "string") throw failure("auth", "The token is not a string.");
  return (state.accessToken = token);
};

/** Asks for an identity token of the page's own server. */
export const askIdentityToken = () => ask(state.source?.identityToken);
