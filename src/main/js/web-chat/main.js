// Signs the page's Keycloak user in to Helpshift Web Chat, and out when the session ends.
// Its public interface (options, events, errors, limits) is web-chat.d.ts.
import { isCallback } from "./adapters/user-manager.js";
import * as connection from "./connection.js";
import { handle } from "./handle.js";
import { LATE_MS, PUSH_MS } from "./limits.js";
import * as loading from "./loading.js";
import { pageGlobal } from "./page-global.js";
import { watchPolicy } from "./policy.js";
import * as readiness from "./readiness.js";
import * as reporter from "./reporter.js";
import { dataset, src } from "./script-element.js";
import * as watch from "./session-watch.js";

/** @param {import("../web-chat").HelpshiftSSOItem[]} queue what the page has pushed so far */
const start = (queue) => {
  window.HelpshiftSSO = handle;
  const problem = !src ? "no_script_element" : !dataset.clientId ? "no_client_id" : "";
  if (problem) {
    handle.push = handle.load = () => reporter.error(problem);
    handle.load();
    return readiness.fail();
  }
  watch.begin();
  watchPolicy();
  if (loading.unknown) reporter.error("invalid_load");
  if (!isSecureContext) reporter.error("insecure_page");
  // An exception of one of the page's own functions must not stop the others.
  for (const one of queue) queueMicrotask(() => handle.push(one));

  // Without a push the cookie counts, but the page's push can still come.
  const pushNothing = () => {
    if (!connection.pushed && dataset.cookie !== "off") handle.push({});
  };
  const wait = () => setTimeout(pushNothing, isCallback() ? LATE_MS : PUSH_MS);
  if (document.readyState === "complete") wait();
  else addEventListener("load", wait);
};

// A second script on the page does nothing.
const queue = pageGlobal("HelpshiftSSO") || [];
if (Array.isArray(queue)) start(queue);
