/** @import { Environment } from "./types" */
/** @import { SignIn } from "./sign-in.js" */
import { ApiError, SessionEndedError } from "./errors.js";
import { request } from "./request.js";

const PAGE = 200;

/** Keycloak's admin API of one realm, ours included, as the admin of the console. */
export class AdminApi {
  #root;
  #console;
  #signIn;

  /**
   * @param {Environment} environment
   * @param {string} realm
   * @param {SignIn} signIn
   */
  constructor(environment, realm, signIn) {
    const { adminBaseUrl } = environment;
    this.realm = realm;
    this.#root = `${adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}`;
    this.#console = `${adminBaseUrl}/admin/${encodeURIComponent(environment.realm)}/console`;
    this.#signIn = signIn;
  }

  /** Who the admin is, and what they may do in this realm. Without any role Keycloak answers 403. */
  async whoAmI() {
    const { body } = await this.#send("GET", `${this.#console}/whoami?currentRealm=${encodeURIComponent(this.realm)}`);
    return { locale: String(body.locale ?? "en"), roles: new Set(body.realm_access?.[this.realm] ?? []) };
  }

  /** @param {string} path */
  async get(path) {
    return (await this.#send("GET", this.#root + path)).body;
  }

  /**
   * The answer, or another value if the admin lacks the permission.
   *
   * @template T
   * @param {string} path
   * @param {T} otherwise
   * @returns {Promise<T>}
   */
  async getIfAllowed(path, otherwise) {
    try {
      return await this.get(path);
    } catch (error) {
      if (error instanceof ApiError && error.status === 403) return otherwise;
      throw error;
    }
  }

  /**
   * A whole list, as far as the admin may see it. It is loaded in pages: of some lists Keycloak answers only the
   * beginning, and a long list could take longer than a proxy waits.
   *
   * @param {string} path
   * @returns {Promise<any[]>}
   */
  async getAllIfAllowed(path) {
    /** @type {any[]} */
    const all = [];
    const query = path.includes("?") ? "&" : "?";
    for (let first = 0; ; first += PAGE) {
      /** @type {unknown[]} */
      const page = await this.getIfAllowed(`${path}${query}first=${first}&max=${PAGE}`, []);
      // A shorter page is not the last one: Keycloak leaves out what it cannot read.
      if (page.length === 0) return all;
      all.push(...page);
    }
  }

  /**
   * The answer with its tag.
   *
   * @param {string} path
   */
  getTagged(path) {
    return this.#send("GET", this.#root + path);
  }

  /**
   * @param {string} path
   * @param {unknown} body
   * @param {Record<string, string>} headers
   */
  put(path, body, headers = {}) {
    return this.#send("PUT", this.#root + path, body, headers);
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  post(path, body) {
    return this.#send("POST", this.#root + path, body);
  }

  /** @param {string} path */
  delete(path) {
    return this.#send("DELETE", this.#root + path);
  }

  /**
   * @param {string} method
   * @param {string} address
   * @param {unknown} [body]
   * @param {Record<string, string>} [headers]
   * @returns {Promise<{ body: any, tag: string }>}
   */
  async #send(method, address, body, headers = {}) {
    const response = await request(address, {
      method,
      headers: {
        ...headers,
        Authorization: `Bearer ${await this.#signIn.token()}`,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // A living token of a session that was ended.
    if (response.status === 401) throw new SessionEndedError();
    const answer = jsonOf(await response.text());
    if (!response.ok) throw new ApiError(response.status, answer);
    return { body: answer, tag: response.headers.get("ETag") ?? "" };
  }
}

/** @param {string} text */
function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
