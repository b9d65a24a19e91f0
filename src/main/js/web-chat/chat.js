// The chat of one user at a time: it begins, changes hands and ends here.
import * as adapterStart from "./adapters/start.js";
import * as helpshift from "./helpshift.js";
import * as loading from "./loading.js";
import * as pageConfig from "./page-config.js";
import * as readiness from "./readiness.js";
import * as reporter from "./reporter.js";
import * as memory from "./session-memory.js";
import { dataset } from "./script-element.js";
import * as signIn from "./sign-in.js";
import { state } from "./state.js";
import * as tabs from "./tabs.js";

/** @typedef {import("./types").Ids} Ids */

/** Whether the chat goes on anonymously after a logout, or else is hidden. */
const STAYS = dataset.afterLogout === "anonymous";

/** A user has left, on this page or on the one before. */
let loggedOut = false;

/** Without User Hub Helpshift reads the user in the config, and asks for no login. */
const verify = () => {
  const { legacy, user, loginState } = state;
  if (legacy && user && loginState === "asked") loggedIn(false);
};

/**
 * A new email beside the same uid is the same person.
 * @param {Ids} [user]
 */
const isAnother = (user) => {
  const sameUid = !!user?.userId && user.userId === state.user?.userId;
  return !sameUid && state.keyOf(user) !== state.keyOf(state.user);
};

/** Web Chat would not read the config's full privacy: nobody may write before a page load. */
const waitForPage = () => {
  state.user = undefined;
  pageConfig.clearUser();
  if (!helpshift.hidden) reporter.error("full_privacy_late");
  helpshift.hide();
};

const forgetUser = () => {
  state.startGeneration();
  state.user = undefined;
  state.staleConfig = loggedOut = true;
  pageConfig.clearUser();
  logOut();
  memory.forget();
  // Unless the script asks again anyway: the config must become a visitor's.
  queueMicrotask(() => {
    if (state.staleConfig && !signIn.running()) signIn.run();
  });
};

/** The config names nobody by now. */
const logOut = () => helpshift.call(state.legacy ? "updateHelpshiftConfig" : "logout");

/** Makes Helpshift read the config, and ask for a login if there is a user. */
export const update = () => {
  // Other code on the page may have changed the ids.
  pageConfig.setUser(state.user);
  state.loginState = "asked";
  helpshift.call("updateHelpshiftConfig");
  if (helpshift.loaded) verify();
};

/**
 * The same user again, with the server's new settings.
 * @param {{ helpshiftConfig: Record<string, any> }} settings
 */
export const repeat = ({ helpshiftConfig }) => {
  pageConfig.apply(helpshiftConfig, state.user);
  update();
};

/** A token was handed to Helpshift, or a digest of the user. @param {boolean} reverified */
export const loggedIn = (reverified) => {
  state.loginState = "in";
  memory.remember(state.sid);
  reporter.emit("login", { reverified });
  if (!reverified) tabs.tell("login");
};

/**
 * @param {{ helpshiftConfig: Record<string, any>, webChatUrl: string, load?: string }} settings
 * @param {Ids} [user] nobody: an anonymous chat
 */
export const begin = ({ helpshiftConfig, webChatUrl, load }, user) => {
  // This can throw, so it comes before any change.
  pageConfig.prepare();
  state.startGeneration();
  loading.follow(load);
  if (state.user && isAnother(user)) {
    if (!state.legacy) helpshift.call("logout");
    reporter.emit("logout", { reason: "switch" });
  }
  state.user = user;
  state.staleConfig = false;
  if (helpshift.reads(helpshiftConfig)) {
    pageConfig.apply(helpshiftConfig, user);
    if (user) helpshift.show();
  } else waitForPage();
  if (!loading.allows(!!user)) {
    if (helpshift.started) helpshift.hide();
  } else if (!helpshift.started) helpshift.load(webChatUrl);
  else if (!helpshift.hidden) update();
};

/** Web Chat is here. @param {boolean} pageLoadsIt it has read its config already */
export const loaded = (pageLoadsIt) => {
  if (pageLoadsIt) update();
  // Helpshift may still have the user of the previous page.
  if (loggedOut && !state.user) logOut();
  if (helpshift.hidden) helpshift.hide();
  else if (!state.user) reporter.emit("anonymous");
  else verify();
  readiness.succeed();
};

/** @param {import("../web-chat").LogoutReason} reason */
export const end = (reason) => {
  // After a logout by redirect, the page has no user, only the memory of one.
  if (!state.user && (adapterStart.unsure() || !memory.recall())) return;
  const leaves = !!state.user;
  forgetUser();
  if (leaves) memory.rememberLogout();
  const stays = STAYS && loading.allows(false);
  if (!stays) helpshift.hide();
  state.accessToken = "";
  reporter.emit("logout", { reason });
  if (stays && helpshift.loaded) reporter.emit("anonymous");
  tabs.tell("logout");
};

/** The chat goes on without the user, unless visitors have none. */
export const goAnonymous = () => {
  state.refusedUser = state.keyOf(state.user);
  if (!loading.allows(false)) return end("session");
  forgetUser();
  reporter.emit("anonymous");
};
