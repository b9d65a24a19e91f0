// Identity tokens of the page's own server, in the form of the token endpoint's answers.
import * as auth from "./auth.js";
import { failure } from "./failure.js";
import { identitiesOf, isJwt } from "./identity-token.js";
import { ANSWER_MS } from "./limits.js";
import { state } from "./state.js";
import { limited, within } from "./waiting.js";

/**
 * @param {import("./types").Ids} [user] whose token it must be
 * @returns {Promise<import("./types").Answer>}
 */
export const token = async (user) => {
  const given = await within(auth.askIdentityToken(), limited(ANSWER_MS));
  if (!given) return { status: 401, data: {} };
  const jwt = given.identity_token || given;
  if (!isJwt(jwt)) throw failure("JWT_IS_INVALID");
  const identities = identitiesOf(jwt);
  const valueOf = (/** @type {string} */ name) =>
    identities.find(({ identifier }) => identifier === name)?.value;
  const data = {
    ...given,
    identity_token: jwt,
    userId: valueOf("uid"),
    userEmail: valueOf("email"),
  };
  if (!user || state.keyOf(user) === state.keyOf(data)) return { status: 200, data };
  return { status: 409, data: { error: "CONFIG_JWT_USER_ID_MISMATCH" } };
};
