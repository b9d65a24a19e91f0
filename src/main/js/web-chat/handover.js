// Gives Helpshift a token and the data that belongs to it.
import * as chat from "./chat.js";
import * as helpshift from "./helpshift.js";
import { identitiesOf } from "./identity-token.js";
import * as newIdentities from "./new-identities.js";
import { state } from "./state.js";

/**
 * The user data that Helpshift has, as JSON, by call.
 * @type {Record<string, string>}
 */
let sentData = {};

/** @param {any} data */
const login = (data) => {
  const reverified = state.loginState === "in";
  if (!reverified) sentData = {};
  helpshift.call("login", {
    identity_token: data.identity_token,
    full_privacy_enabled: data.full_privacy_enabled === true,
  });
  chat.loggedIn(reverified);
};

/**
 * @param {string} call
 * @param {object} [fields]
 */
const send = (call, fields = {}) => {
  const text = JSON.stringify(fields);
  if (text !== "{}" && text !== sentData[call]) helpshift.call(call, fields);
  sentData[call] = text;
};

/** Helpshift did not take what was sent: it is sent again with the next token. */
export let unsent = false;

/** @param {any} data what POST token answered */
export const handOver = (data) => {
  const { user_data: { global, app } = {} } = data;
  const identities = identitiesOf(data.identity_token);
  const { loginWanted } = state.generation;
  unsent = false;
  if (loginWanted) login(data);
  send("updateGlobalUserData", global);
  send("updateAppUserData", app);
  // Does not wait, because Helpshift's next login request has little time.
  if (loginWanted) newIdentities.loggedIn(identities);
  else newIdentities.add(identities);
};

/** @param {string} error of Helpshift, which may take it at another time */
export const lost = (error) => {
  unsent = true;
  if (!error.startsWith("ADD")) sentData = {};
  if (!error.startsWith("UPDATE")) newIdentities.lost();
};
