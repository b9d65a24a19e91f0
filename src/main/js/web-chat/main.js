// Signs the page's Keycloak user in to Helpshift Web Chat, and out when the session ends.
// Its public interface (options, events, errors, limits) is web-chat.d.ts.
import { AdapterStart } from "./adapters/start.js";
import { Auth } from "./auth.js";
import { Chat } from "./chat.js";
import { ChatWindow } from "./chat-window.js";
import { Connection } from "./connection.js";
import { Endpoints } from "./endpoints.js";
import { handleOf } from "./handle.js";
import { Handover } from "./handover.js";
import { Helpshift } from "./helpshift.js";
import { LookTimer } from "./look-timer.js";
import { Loading } from "./loading.js";
import { Login } from "./login.js";
import { PageConfig } from "./page-config.js";
import { PageTokens } from "./page-tokens.js";
import { Readiness } from "./readiness.js";
import { Reporter } from "./reporter.js";
import { SessionMemory } from "./session-memory.js";
import { SessionWatch } from "./session-watch.js";
import { SignIn } from "./sign-in.js";
import { State } from "./state.js";
import { Tabs } from "./tabs.js";
import { userChangedListener } from "./user-changed.js";
import { watchPolicy } from "./policy.js";

const start = () => {
  const queue = window.HelpshiftSSO;
  // A second script on the page does nothing.
  if (queue && !Array.isArray(queue)) return;
  // Not document.currentScript: a visitor's <img name="currentScript"> would take its place.
  const script = Reflect.get(Document.prototype, "currentScript", document);
  const { nonce, dataset, src } = /** @type {HTMLScriptElement} */ (script);
  const base = new URL(".", src).href;

  const state = new State();
  const reporter = new Reporter();
  const readiness = new Readiness(state);
  const adapterStart = new AdapterStart();
  const memory = new SessionMemory();
  const tabs = new Tabs(base);
  const loading = new Loading(dataset.load, reporter);
  const chatWindow = new ChatWindow((open) => watch.chatToggled(open));
  const timer = new LookTimer(state, chatWindow);
  const helpshift = new Helpshift(nonce, chatWindow, {
    loginRequest: (ids) => login.answer(ids),
    runtimeError: (problem) => login.failed(problem),
    userAuthFailure: (problem) => login.unverified(problem),
    userChanged: userChangedListener(reporter),
    loaded(pageLoadsIt) {
      if (pageLoadsIt) chat.update();
      chat.loaded();
      readiness.succeed();
    },
    lost(error) {
      reporter.error(error);
      readiness.fail();
    },
  });
  const basics = { state, reporter, readiness, start: adapterStart, memory, tabs, helpshift, timer, loading };
  const chat = new Chat({ ...basics, config: new PageConfig() });
  const auth = new Auth(state, chat);
  const endpoints = new Endpoints(base, dataset.clientId || "", state, auth);
  const pageTokens = new PageTokens(state, auth);
  const handover = new Handover({ ...basics, chat });
  const signIn = new SignIn({ ...basics, endpoints, pageTokens, chat });
  const login = new Login({ ...basics, endpoints, pageTokens, handover, chat, signIn });
  const connection = new Connection({ ...basics, chat, signIn });

  const watch = new SessionWatch({ ...basics, endpoints, chat, signIn, login });
  watch.begin();
  watchPolicy(reporter);
  const handle = handleOf({ ...basics, connection, chat, signIn, login });
  window.HelpshiftSSO = handle;
  handle.push(...(queue || []));

  // Without a push the cookie tells; but the page's own push may still be on its way.
  const pushNothing = () => {
    if (!state.source && !connection.waiting && dataset.cookie !== "off") handle.push({});
  };
  if (document.readyState === "complete") pushNothing();
  else for (const name of ["DOMContentLoaded", "load"]) addEventListener(name, pushNothing);
};

start();
