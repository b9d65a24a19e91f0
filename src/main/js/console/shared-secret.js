/** @import { AdminApi } from "./admin-api.js" */
/** @import { Component } from "./types" */

/** The name of the secret's field. */
export const SECRET = "secret";

const TYPE = "org.keycloak.keys.KeyProvider";
const PROVIDER = "helpshift-secret";
const VERIFICATION = "verification";
const IDENTITIES = "identities";

/**
 * The key providers that hold shared secrets, one for each way to log in; a secret itself is never
 * read.
 */
export class SharedSecret {
  #api;
  /** @type {Component[]} */
  #components = [];

  /** @param {AdminApi} api */
  constructor(api) {
    this.#api = api;
  }

  /** @param {string} login how users log in to Helpshift; blank: by identities */
  isSavedFor(login) {
    return Boolean(this.#find(login || IDENTITIES));
  }

  async load() {
    /** @type {Component[]} */
    const components = await this.#api.get(`/components?type=${TYPE}`);
    const priority = (/** @type {Component} */ { config }) => Number(config["priority"]?.[0] ?? 0);
    this.#components = components
      .filter(({ providerId }) => providerId === PROVIDER)
      .sort((left, right) => priority(right) - priority(left));
  }

  /**
   * @param {string} secret or a vault reference
   * @param {string} login how users log in to Helpshift; blank: by identities
   */
  async save(secret, login) {
    const verification = login || IDENTITIES;
    const component = this.#find(verification);
    if (component) {
      const config = { ...component.config, secret: [secret] };
      await this.#api.put(`/components/${component.id}`, { ...component, config });
    } else {
      await this.#api.post("/components", {
        name: PROVIDER,
        providerId: PROVIDER,
        providerType: TYPE,
        config: {
          secret: [secret],
          priority: ["100"],
          enabled: ["true"],
          active: ["true"],
          [VERIFICATION]: [verification],
        },
      });
    }
    await this.load();
  }

  /** @param {string} verification */
  #find(verification) {
    return this.#components.find(({ config }) => (config[VERIFICATION]?.[0] ?? IDENTITIES) === verification);
  }
}
