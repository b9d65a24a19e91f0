/** @import { AdminApi } from "./admin-api.js" */
/** @import { Component } from "./types" */

const TYPE = "org.keycloak.keys.KeyProvider";
const PROVIDER = "helpshift-secret";

/** The key provider that holds the shared secret; the secret itself is never read. */
export class SharedSecret {
  #api;
  /** @type {Component | undefined} */
  #component;

  /** @param {AdminApi} api */
  constructor(api) {
    this.#api = api;
  }

  get isSaved() {
    return Boolean(this.#component);
  }

  async load() {
    /** @type {Component[]} */
    const components = await this.#api.get(`/components?type=${TYPE}`);
    const priority = (/** @type {Component} */ { config }) => Number(config["priority"]?.[0] ?? 0);
    this.#component = components
      .filter(({ providerId }) => providerId === PROVIDER)
      .sort((left, right) => priority(right) - priority(left))[0];
  }

  /** @param {string} secret or a vault reference */
  async save(secret) {
    const component = this.#component;
    if (component) {
      const config = { ...component.config, secret: [secret] };
      await this.#api.put(`/components/${component.id}`, { ...component, config });
    } else {
      await this.#api.post("/components", {
        name: PROVIDER,
        providerId: PROVIDER,
        providerType: TYPE,
        config: { secret: [secret], priority: ["100"], enabled: ["true"], active: ["true"] },
      });
    }
    await this.load();
  }
}
