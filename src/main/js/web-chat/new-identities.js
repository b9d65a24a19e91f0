// Adds identities that appear after the login. Helpshift keeps duplicates, so one tab sends each only once.
import * as endpoints from "./endpoints.js";
import * as helpshift from "./helpshift.js";
import { identitiesOf } from "./identity-token.js";
import { withLock } from "./lock.js";
import * as reporter from "./reporter.js";
import { state } from "./state.js";
import * as tabs from "./tabs.js";

/** @typedef {import("./types").Identity} Identity */

/** @param {Identity} identity */
const textOf = ({ identifier, value }) => identifier + "\n" + value;

/**
 * The identities that Helpshift has.
 * @type {string[]}
 */
let known = [];
/** How many of them were added last. */
let lastCount = 0;
/**
 * The identifiers that other tabs have sent.
 * @type {Set<string>}
 */
let sentElsewhere = new Set();

/** @param {Identity[]} identities */
const missing = (identities) => {
  for (const one of identities)
    if (sentElsewhere.delete(one.identifier)) known.push(textOf(one));
  return identities.filter((one) => !known.includes(textOf(one)));
};

/** @param {Identity[]} identities */
const remember = (identities) => {
  known.push(...identities.map(textOf));
  lastCount = identities.length;
  tabs.tell("identities", identities.map(({ identifier }) => identifier));
};

/** @param {Identity[]} identities what a login brings: all of them */
export const loggedIn = (identities) => {
  known = [];
  remember(identities);
  lastCount = 0;
};

/** @param {string[]} identifiers what another tab has sent */
export const told = (identifiers) => {
  for (const one of identifiers) sentElsewhere.add(one);
};

/** Helpshift did not take the last ones. */
export const lost = () => {
  known.splice(known.length - lastCount);
  lastCount = 0;
};

/**
 * Adds the identities that Helpshift does not have. A token of the page's own server contains all identities,
 * so new ones wait for the next login.
 * @param {Identity[]} identities what the user has now
 */
export const add = (identities) => {
  if (!missing(identities).length || state.source?.identityToken) return;
  const { signal } = state.generation;
  const send = async () => {
    const wanted = missing(identities).map(({ identifier }) => identifier);
    if (!wanted.length || signal.aborted) return;
    try {
      const { data } = await endpoints.token({ ...state.user, identifiers: wanted }, false);
      const added = identitiesOf(data.identity_token);
      // Another tab may have sent them meanwhile.
      if (signal.aborted || !added.length || missing(added).length < added.length) return;
      helpshift.call("addUserIdentities", data.identity_token);
      remember(added);
      reporter.emit("identities");
    } catch (e) {
      if (!signal.aborted) reporter.failure(e);
    }
  };
  // The next tab then knows of these before it has a token.
  withLock(reporter.NAME + "-identities", send);
};
