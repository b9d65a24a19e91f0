import { Failure } from "./failure.js";
import { identitiesOf, isJwt } from "./identity-token.js";
import { ANSWER_MS } from "./limits.js";
import { limited, within } from "./waiting.js";

/** Identity tokens of the page's own server, in the shape of the token endpoint's answers. */
export class PageTokens {
  #state;
  #auth;

  /**
   * @param {import("./state.js").State} state
   * @param {import("./auth.js").Auth} auth
   */
  constructor(state, auth) {
    this.#state = state;
    this.#auth = auth;
  }

  /**
   * @param {import("./types").Ids} [user] whose token it must be
   * @returns {Promise<import("./types").Answer>}
   */
  async token(user) {
    const given = await within(this.#auth.identityToken(), limited(ANSWER_MS));
    if (!given) return { status: 401, data: {} };
    const jwt = given.identity_token || given;
    if (!isJwt(jwt)) throw new Failure("JWT_IS_INVALID");
    const identities = identitiesOf(jwt);
    const valueOf = (/** @type {string} */ name) =>
      identities.find(({ identifier }) => identifier === name)?.value;
    const data = {
      ...given,
      identity_token: jwt,
      userId: valueOf("uid"),
      userEmail: valueOf("email"),
    };
    if (!user || this.#state.keyOf(user) === this.#state.keyOf(data)) return { status: 200, data };
    return { status: 409, data: { error: "CONFIG_JWT_USER_ID_MISMATCH" } };
  }
}
