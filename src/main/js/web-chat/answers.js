/** The statuses and errors by which an endpoint decides something about the caller. */
const DECISIONS = [401, 403, 409, 422];
const ERRORS =
  /^(login_required|invalid_(token|origin|request)|access_denied|insufficient_scope|unauthorized_client|CONFIG_JWT_\w+_MISMATCH|USERID_AND_EMAIL_MISSING)$/;

/**
 * The content of a successful answer.
 * @type {Record<string, (data: any) => boolean>}
 */
const PROMISES = {
  "web-chat": (data) => typeof data.helpshiftConfig === "object" && typeof data.webChatUrl === "string",
  // A digest, if the realm has meanwhile become one without User Hub.
  token: (data) => typeof (data.identity_token || data.userAuthToken) === "string",
};

/**
 * Whether the realm's endpoint gave this answer. Proxies, firewalls and captive portals can answer instead,
 * with any status: such an answer must not end a chat.
 * @param {string} endpoint
 * @param {import("./types").Answer} answer
 */
export const isOurs = (endpoint, { status, data }) =>
  status === 204
    ? endpoint === "session"
    : status === 200
      ? !!PROMISES[endpoint]?.(data)
      : DECISIONS.includes(status) && ERRORS.test(data.error);
