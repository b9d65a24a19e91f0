/** The errors of the realm's endpoints. */
const ERRORS =
  /^(login_required|invalid_(token|origin|request|client)|access_denied|insufficient_scope|unauthorized_client|CONFIG_JWT_\w+_MISMATCH|USERID_AND_EMAIL_MISSING|temporarily_unavailable)$/;

/**
 * The content of a successful answer.
 * @type {Record<string, (data: any) => unknown>}
 */
const PROMISES = {
  "web-chat": (data) => data.helpshiftConfig && data.webChatUrl,
  // A digest, if the realm has meanwhile become one without User Hub.
  token: (data) => data.identity_token || data.userAuthToken,
};

/**
 * Whether this is an error of the realm's endpoints. Proxies, firewalls and captive portals can answer
 * instead, with any status, and with an error of their own.
 * @param {import("./types").Answer} answer
 */
export const isOurError = ({ data }) => ERRORS.test(data.error);

/**
 * Whether the realm's endpoint gave this answer, and not one that only says to come back later. Nothing else
 * may end a chat.
 * @param {string} endpoint
 * @param {import("./types").Answer} answer
 */
export const isOurs = (endpoint, answer) => {
  const { status, data } = answer;
  if (status === 204) return endpoint === "session";
  if (status === 200) return !!PROMISES[endpoint]?.(data);
  return status < 500 && isOurError(answer);
};
