// Signs the page's Keycloak user in to Helpshift Web Chat, and out when the session ends.
// Its public interface (options, events, errors, limits) is web-chat.d.ts.
import { AdapterStart } from "./adapters/start.js";
import { isCallback } from "./adapters/user-manager.js";
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
import { LATE_MS, PUSH_MS } from "./limits.js";
import { Pace } from "./pace.js";
import { PageTokens } from "./page-tokens.js";
import { isDebugging, ownElement } from "./script-element.js";
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
  const { nonce, dataset, src } = ownElement();
  const base = src && new URL(".", src).href;

  const state = new State();
  const reporter = new Reporter(isDebugging(dataset.debug));
  const pace = new Pace();
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
  const basics = {
    state, reporter, pace, readiness, start: adapterStart, memory, tabs, helpshift, timer, loading,
  };
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
  const problem = !src ? "no_script_element" : !dataset.clientId ? "no_client_id" : "";
  if (problem) {
    handle.push = () => {};
    reporter.error(problem);
    return readiness.fail();
  }
  if (!window.isSecureContext) reporter.error("insecure_page");
  handle.push(...(queue || []));

  // Without a push the cookie tells; but the page's own push may still be on its way.
  const pushNothing = () => {
    if (!connection.pushed && dataset.cookie !== "off") handle.push({});
  };
  const wait = () => setTimeout(pushNothing, isCallback() ? LATE_MS : PUSH_MS);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
};

start();
