import { Failure } from "./failure.js";
import { LATE_MS } from "./limits.js";

const page = /** @type {any} */ (window);

// Keeps the calls until webChat.js is here.
const stub = function () {
  stub.q.push(arguments);
};
/** @type {IArguments[]} */
stub.q = [];

/**
 * @typedef {object} HelpshiftListener
 * @property {(ids: import("./types").Ids) => void} loginRequest
 * @property {(problem: { error: string, reason?: string }) => void} runtimeError
 * @property {(problem: { message?: string }) => void} userAuthFailure
 * @property {(change: any) => void} userChanged
 * @property {(pageLoadsIt: boolean) => void} loaded
 * @property {(error: string) => void} lost
 */

/** Helpshift's Web Chat: loads it, and calls it once it is here. */
export class Helpshift {
  /** @type {string | undefined} */
  #nonce;
  /** @type {HelpshiftListener} */
  #listener;
  #chatWindow;
  /** webChat.js was asked for. */
  started = false;
  loaded = false;
  hidden = false;

  /**
   * @param {string | undefined} nonce for a strict content security policy
   * @param {import("./chat-window.js").ChatWindow} chatWindow
   * @param {HelpshiftListener} listener
   */
  constructor(nonce, chatWindow, listener) {
    this.#nonce = nonce;
    this.#chatWindow = chatWindow;
    this.#listener = listener;
  }

  /**
   * Does nothing before Web Chat is here: helpshiftConfig says it all by then, and a logout that
   * waits in the queue would remove newer ids.
   * @param {any[]} call
   */
  call(...call) {
    if (this.loaded) page.Helpshift(...call);
  }

  hide() {
    this.hidden = true;
    this.call("hide");
  }

  show() {
    if (this.hidden) this.call("show");
    this.hidden = false;
  }

  /** @param {string} url */
  load(url) {
    const pageLoadsIt = (page.Helpshift ||= stub) !== stub;
    const { loginRequest, runtimeError, userAuthFailure, userChanged } = this.#listener;
    if (pageLoadsIt || !stub.q.length) {
      const listeners = {
        onLoginRequest: loginRequest,
        onWebChatRuntimeError: runtimeError,
        widgetToggle: this.#chatWindow.toggled,
        userAuthFailure,
        userChanged,
      };
      for (const event in listeners)
        page.Helpshift("addEventListener", event, Reflect.get(listeners, event));
    }
    if (pageLoadsIt) this.#arrived(true);
    else this.#addScript(url);
    this.started = true;
  }

  /** @param {string} url */
  #addScript(url) {
    const script = document.createElement("script");
    if (this.#nonce) script.nonce = this.#nonce;
    try {
      script.src = url;
    } catch {
      throw new Failure("web_chat_blocked", "require-trusted-types-for");
    }
    const late = setTimeout(() => this.#listener.lost("web_chat_late"), LATE_MS);
    script.onload = () => {
      clearTimeout(late);
      this.#arrived(false);
    };
    script.onerror = () => {
      clearTimeout(late);
      this.started = false;
      this.#listener.lost("web_chat_blocked");
    };
    document.head.append(script);
  }

  /** @param {boolean} pageLoadsIt */
  #arrived(pageLoadsIt) {
    this.loaded = true;
    for (const [name] of stub.q) this.#chatWindow.called(name);
    page.Helpshift = this.#chatWindow.noticeCalls(page.Helpshift);
    if (!pageLoadsIt) page.Helpshift("init");
    this.#listener.loaded(pageLoadsIt);
  }
}
