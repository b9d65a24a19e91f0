// The connection to the page's auth: made by push, ended by disconnect.
import { adapt } from "./adapters/adapt.js";
import * as adapterStart from "./adapters/start.js";
import * as chat from "./chat.js";
import { failure } from "./failure.js";
import * as helpshift from "./helpshift.js";
import * as loading from "./loading.js";
import * as reporter from "./reporter.js";
import * as signIn from "./sign-in.js";
import { state } from "./state.js";

/** @type {import("../web-chat").HelpshiftSSOOptions} */
let connectedWith = {};
/**
 * The options that the page pushed before Web Chat may be loaded.
 * @type {import("../web-chat").HelpshiftSSOOptions | undefined}
 */
let waiting;
/** @type {any} */
let unsubscribe;
/** The page has pushed something, even if it is unusable. */
export let pushed = false;

/** @param {() => any} call of the page's code */
const attempt = (call) => {
  try {
    return call();
  } catch (e) {
    reporter.failure(failure("auth", e));
  }
};

/** @param {import("../web-chat").HelpshiftSSOOptions} options */
export const connect = (options) => {
  pushed = true;
  // Perhaps the page has pushed its adapter itself.
  const names = Object.keys(options || "-");
  const source = (!names.length || names.includes("auth")) && adapt(options.auth);
  if (!source) return reporter.error("invalid_auth");
  if (loading.silent()) {
    waiting = options;
    return;
  }
  if (state.connected && source.key === state.source?.key) return;
  if (state.connected) disconnect();
  connectedWith = options;
  state.source = source;
  state.refusedUser = state.accessToken = "";
  state.connected = true;
  unsubscribe = attempt(() => source.subscribe?.({ changed, renewed, ended }));
  if (source.startMs) adapterStart.begin(source.startMs, () => signIn.run(true), changed);
  else signIn.run(true);
};

/** Web Chat may be loaded now. */
export const resume = () => {
  const options = waiting;
  waiting = undefined;
  if (options) connect(options);
  else if (state.connected) signIn.run(true);
};

/** Web Chat must not be loaded any more, and nobody may see what is loaded. */
export const suspend = () => {
  if (state.user) chat.end("page");
  helpshift.hide();
  if (!state.connected) return;
  disconnect();
  waiting = connectedWith;
};

export const disconnect = () => {
  waiting = undefined;
  state.connected = false;
  adapterStart.stop();
  attempt(() => unsubscribe?.());
  state.startGeneration();
  if (state.loginState === "asked") state.loginState = "failed";
};

export const renewed = () => {
  if (state.broken && !signIn.running()) signIn.run();
};

export const changed = () => {
  adapterStart.stop();
  if (state.source?.identityToken) state.refusedUser = "";
  signIn.run(true);
};

export const ended = () => {
  chat.end("adapter");
  changed();
};
