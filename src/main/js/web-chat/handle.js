/**
 * What the page calls: window.HelpshiftSSO.
 * @param {object} parts
 * @param {import("./state.js").State} parts.state
 * @param {import("./adapters/start.js").AdapterStart} parts.start
 * @param {import("./connection.js").Connection} parts.connection
 * @param {import("./chat.js").Chat} parts.chat
 * @param {import("./sign-in.js").SignIn} parts.signIn
 * @param {import("./login.js").Login} parts.login
 * @param {import("./readiness.js").Readiness} parts.readiness
 * @param {import("./helpshift.js").Helpshift} parts.helpshift
 * @param {import("./reporter.js").Reporter} parts.reporter
 * @param {import("./loading.js").Loading} parts.loading
 * @returns {import("../web-chat").HelpshiftSSOHandle}
 */
export const handleOf = ({
  state, start, connection, chat, signIn, login, reporter, readiness, helpshift, loading,
}) => ({
  ready: readiness.promise,
  get state() {
    return reporter.state;
  },
  push(...all) {
    for (const one of all) typeof one === "function" ? one(this) : connection.connect(one);
  },
  load() {
    loading.load();
    helpshift.show();
    connection.resume();
  },
  unload() {
    if (!loading.unload()) return reporter.error("not_loaded");
    chat.withdraw();
    connection.suspend();
  },
  async refresh() {
    if (!state.connected) return;
    state.refusedUser = "";
    state.repeatLogin = state.login === "refused";
    await signIn.run(true);
    if (state.user && state.login === "in") await login.requestToken(state.user, true);
  },
  logout() {
    if (state.user) state.refusedUser = state.keyOf(state.user);
    else if (signIn.running || start.waiting) state.refusedUser = "*";
    chat.end("page");
  },
  disconnect: () => connection.disconnect(),
});
