/** @import { Environment } from "./types" */
import { ApiError, SessionEndedError, UnreachableError } from "./errors.js";
import { challengeOf, randomText } from "./pkce.js";
import { request } from "./request.js";

/**
 * Signs in as the console does: its client, by the sign-on cookie, without a prompt, with PKCE. The token is
 * only in memory; when it expires, it asks for a new one.
 */
export class SignIn {
  /** @type {Promise<{ token: string, until: number }> | undefined} */
  #current;
  #environment;
  #visit;
  #now;

  /**
   * @param {Environment} environment
   * @param {(address: string) => Promise<string>} visit visits an address and answers where it led
   * @param {() => number} now in milliseconds
   */
  constructor(environment, visit, now = Date.now) {
    this.#environment = environment;
    this.#visit = visit;
    this.#now = now;
  }

  /** Returns an access token that is valid for at least some seconds. */
  async token() {
    const current = await this.#current?.catch(() => undefined);
    if (!current || current.until <= this.#now()) {
      const next = this.#next ?? this.#request().finally(() => (this.#next = undefined));
      this.#next = next;
      this.#current = next;
    }
    return (await /** @type {Promise<{ token: string }>} */ (this.#current)).token;
  }

  /** @type {Promise<{ token: string, until: number }> | undefined} */
  #next;

  async #request() {
    const verifier = randomText();
    const state = randomText();
    const { clientId, consoleBaseUrl, realm, serverBaseUrl } = this.#environment;
    const protocol = `${serverBaseUrl}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;
    const back = new URL(`${consoleBaseUrl}helpshift`, location.origin).href;
    const led = await this.#visit(
      `${protocol}/auth?` +
        new URLSearchParams({
          client_id: clientId,
          redirect_uri: back,
          response_type: "code",
          response_mode: "query",
          scope: "openid",
          prompt: "none",
          state,
          code_challenge: await challengeOf(verifier),
          code_challenge_method: "S256",
        }),
    );
    const answer = new URL(led).searchParams;
    const code = answer.get("code");
    // Neither a code nor an error: the frame shows some page, and the redirect has not come back.
    if (!code && !answer.has("error")) throw new UnreachableError("no redirect");
    if (!code || answer.get("state") !== state) throw new SessionEndedError();
    const asked = this.#now();
    const response = await request(`${protocol}/token`, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "authorization_code",
        client_id: clientId,
        redirect_uri: back,
        code,
        code_verifier: verifier,
      }),
    });
    if (response.status >= 500) throw new ApiError(response.status);
    if (!response.ok) throw new SessionEndedError();
    const { access_token: token, expires_in: seconds } = await response.json();
    return { token, until: asked + (seconds - 10) * 1000 };
  }
}
