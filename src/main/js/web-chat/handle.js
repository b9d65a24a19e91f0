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
    loading.load();
    helpshift.show();
    connection.resume();
  },
  unload() {
    if (!loading.unload()) return reporter.error("not_loaded");
    if (state.user) chat.end("page");
    else helpshift.hide();
    connection.suspend();
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
  disconnect() {
    connection.disconnect();
  },
};
