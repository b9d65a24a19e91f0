import * as adapterStart from "./adapters/start.js";
import * as chat from "./chat.js";
import * as connection from "./connection.js";
import * as helpshift from "./helpshift.js";
import * as loading from "./loading.js";
import * as logins from "./login.js";
import * as readiness from "./readiness.js";
import * as reporter from "./reporter.js";
import * as signIn from "./sign-in.js";
import { state } from "./state.js";

/**
 * The interface for the page: window.HelpshiftSSO.
 * @type {import("../web-chat").HelpshiftSSOHandle}
 */
export const handle = {
  ready: readiness.promise,
  get state() {
    return reporter.page();
  },
  push(...all) {
    for (const one of all) typeof one === "function" ? one(handle) : connection.connect(one);
  },
  load() {
    // After a logout the chat stays hidden.
    if (loading.load() && loading.allows(false)) helpshift.show();
    connection.resume();
  },
  unload() {
    if (loading.unload()) connection.suspend();
    else reporter.error("not_loaded");
  },
  async refresh() {
    if (!state.connected) return;
    state.refusedUser = "";
    state.repeatLogin = state.loginState === "refused";
    await signIn.run(true);
    if (state.user && state.loginState === "in") await logins.requestToken(state.user, true);
  },
  logout() {
    if (state.user) state.refusedUser = state.keyOf(state.user);
    else if (signIn.running() || adapterStart.waiting()) state.refusedUser = "*";
    chat.end("page");
  },
  disconnect: connection.disconnect,
};
