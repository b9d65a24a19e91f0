// Tells the page what happens, by events on window.
import { isOurError } from "./answers.js";
import { fixFor } from "./fixes.js";
import { dataset } from "./script-element.js";

/** The name of our events, of the item in sessionStorage, and the beginning of the channel's. */
export const NAME = "helpshift-sso";

const LOCAL = /(^|\.)localhost$|^127\.|^\[::1\]$/;
/** Whether errors are written to the console, too. */
const WARNS = (dataset.debug ?? (LOCAL.test(location.hostname) || "off")) !== "off";
const DOCS = "docs/troubleshooting.md#from-";

/**
 * The owner of the chat after an event.
 * @type {Record<string, import("../web-chat").HelpshiftSSOState["who"]>}
 */
const WHO = { login: "user", logout: "logged-out", anonymous: "anonymous" };

/** @type {import("../web-chat").HelpshiftSSOState} */
let pageState = { who: "unknown", since: Date.now() };

/** What the last events said. */
export const page = () => ({ ...pageState });

/**
 * @param {string} name
 * @param {object} [detail]
 */
export const emit = (name, detail = {}) => {
  const who = WHO[name];
  if (who && who !== pageState.who) {
    pageState.who = who;
    pageState.since = Date.now();
  }
  dispatchEvent(new CustomEvent(NAME + ":" + name, { detail }));
};

/**
 * @param {string} error
 * @param {{ status?: number, reason?: string, description?: string }} [more]
 */
export const error = (error, more = {}) => {
  const { status, reason, description } = more;
  const fix = fixFor(reason || error, status);
  const detail = { error, ...more, fix };
  pageState.lastError = { ...detail, at: Date.now() };
  if (WARNS) {
    const section = reason ? "helpshift" : status ? "keycloak" : "the-script";
    console.warn("Helpshift SSO:", error, status || reason || "", description || "", fix, DOCS + section);
  }
  emit("error", detail);
};

/** @param {any} thrown an Answer, a failure, or what was thrown while waiting for one */
export const failure = (thrown) => {
  const { status, data, name } = thrown || {};
  if (!data) error(name === "TimeoutError" ? "timeout" : "network");
  else if (status && !isOurError(thrown)) error("http", { status });
  else error(data.error, { status, description: data.error_description });
};
