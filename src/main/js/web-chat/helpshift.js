// Helpshift's Web Chat: loads it, and calls it once it is loaded.
import * as chatWindow from "./chat-window.js";
import * as chat from "./chat.js";
import { failure } from "./failure.js";
import { LATE_MS } from "./limits.js";
import * as loading from "./loading.js";
import * as logins from "./login.js";
import * as pageConfig from "./page-config.js";
import { pageGlobal } from "./page-global.js";
import * as readiness from "./readiness.js";
import * as reporter from "./reporter.js";
import { nonce } from "./script-element.js";
import { userChanged } from "./user-changed.js";

const page = /** @type {any} */ (window);

/**
 * The calls before webChat.js is loaded.
 * @type {IArguments[]}
 */
const queue = [];
const stub = function () {
  stub.q.push(arguments);
};
stub.q = queue;

/** Web Chat was initialised with full privacy. */
let isPrivate = false;
/** webChat.js came after unload(), and waits for load(). */
let early = false;

const listen = () => {
  const listeners = {
    onLoginRequest: logins.answer,
    onWebChatRuntimeError: logins.failed,
    userAuthFailure: logins.unverified,
    widgetToggle: chatWindow.toggled,
    userChanged,
  };
  for (const [event, listener] of Object.entries(listeners))
    page.Helpshift("addEventListener", event, listener);
};

/** @param {string} error */
const lost = (error) => {
  reporter.error(error);
  readiness.fail();
};

const blocked = () => {
  started = early = false;
  lost("web_chat_blocked");
};

/** @param {string} url */
const addScript = (url) => {
  const script = document.createElement("script");
  if (nonce) script.nonce = nonce;
  try {
    script.src = url;
  } catch {
    throw failure("web_chat_blocked", "require-trusted-types-for");
  }
  const late = setTimeout(() => lost("web_chat_late"), LATE_MS);
  script.onload = () => {
    clearTimeout(late);
    early = loading.silent();
    if (early) started = false;
    else arrived(false);
  };
  script.onerror = () => {
    clearTimeout(late);
    blocked();
  };
  document.head.append(script);
};

/** @param {boolean} pageLoadsIt */
const arrived = (pageLoadsIt) => {
  pageConfig.adopt();
  isPrivate = page.helpshiftConfig.fullPrivacy === true;
  if (!pageLoadsIt) page.Helpshift("init");
  // Nothing takes the calls: a proxy or a captive portal has answered for webChat.js.
  if (queue.at(-1)?.[0] === "init") {
    queue.pop();
    return blocked();
  }
  loaded = true;
  for (const [name] of queue) chatWindow.called(name);
  page.Helpshift = chatWindow.noticeCalls(page.Helpshift);
  chat.loaded(pageLoadsIt);
};

/** webChat.js was asked for. */
export let started = false;
export let loaded = false;
export let hidden = false;

/**
 * Does nothing before Web Chat is loaded: it then reads everything from helpshiftConfig, and a logout in the
 * queue would remove newer ids.
 * @param {any[]} call
 */
export const call = (...call) => {
  if (loaded) page.Helpshift(...call);
};

export const hide = () => {
  hidden = true;
  call("hide");
};

export const show = () => {
  if (hidden) call("show");
  hidden = false;
};

/**
 * Whether Web Chat uses the config's full privacy, which it reads only when it is initialised.
 * @param {Record<string, any>} config
 */
export const reads = ({ fullPrivacy }) => !loaded || fullPrivacy !== true || isPrivate;

/** @param {string} url */
export const load = (url) => {
  const pageLoadsIt = !early && (page.Helpshift = pageGlobal("Helpshift") || stub) !== stub;
  if (pageLoadsIt || !queue.length) listen();
  started = true;
  if (pageLoadsIt || early) arrived(pageLoadsIt);
  else addScript(url);
};
