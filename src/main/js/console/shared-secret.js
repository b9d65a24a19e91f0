/** @import { AdminApi } from "./admin-api.js" */
/** @import { Component } from "./types" */
import { ChangedMeanwhileError } from "./errors.js";

/** The name of the secret's field. */
export const SECRET = "secret";

const TYPE = "org.keycloak.keys.KeyProvider";
const PROVIDER = "helpshift-secret";
const PLATFORM_ID = "platformId";
const VERIFICATION = "verification";
const IDENTITIES = "identities";

/** The id of a key provider that was added here, until the key providers are loaded again. */
const ADDED = "";

/**
 * The app that the realm's own settings name.
 *
 * @typedef {{ platformId: string, login: string }} App without a login, users log in by identities
 */

/**
 * The key providers that hold shared secrets. Each app has its own, for each way to log in; a secret
 * itself is never read. Which one signs is decided as the server does, in `SharedSecrets.java`.
 */
export class SharedSecret {
  #api;
  /** @type {Component[]} */
  #providers = [];

  /** @param {AdminApi} api */
  constructor(api) {
    this.#api = api;
  }

  /** Whether a key provider signs for that app. @param {App} app */
  isSavedFor(app) {
    return this.#signing(app) !== undefined;
  }

  async load() {
    /** @type {Component[]} */
    const components = await this.#api.get(`/components?type=${TYPE}`);
    this.#providers = components.filter(({ providerId }) => providerId === PROVIDER);
  }

  /**
   * Replaces the secret of the key provider that signs for that app, or adds a key provider. A key provider
   * that another admin has added meanwhile is only replaced by the next call.
   *
   * @param {string} secret or a vault reference
   * @param {App} app
   */
  async save(secret, app) {
    const before = this.#signing(app);
    await this.load();
    const signing = this.#signing(app);
    const isSeen = before && [signing?.id, ADDED].includes(before.id);
    if (signing && !isSeen) throw new ChangedMeanwhileError();
    if (signing) {
      await this.#api.put(`/components/${signing.id}`, { ...signing, config: { ...signing.config, secret: [secret] } });
    } else {
      const added = this.#added(secret, app);
      await this.#api.post("/components", added);
      this.#providers.push({ ...added, id: ADDED });
    }
  }

  /**
   * With a platform id only if the realm has secrets of other apps, because then it has several apps.
   *
   * @param {string} secret
   * @param {App} app
   */
  #added(secret, { platformId, login }) {
    const hasOtherApps = this.#providers.some((one) => !["", platformId].includes(platformIdOf(one)));
    const own = hasOtherApps ? platformId : "";
    return {
      name: own ? `${PROVIDER} ${own}` : PROVIDER,
      providerId: PROVIDER,
      providerType: TYPE,
      config: {
        secret: [secret],
        priority: ["100"],
        enabled: ["true"],
        active: ["true"],
        [VERIFICATION]: [login || IDENTITIES],
        ...(own ? { [PLATFORM_ID]: [own] } : {}),
      },
    };
  }

  /**
   * @param {App} app
   * @returns {Component | undefined}
   */
  #signing({ platformId, login }) {
    const [first] = this.#providers
      .filter((one) => isOn(one, "enabled") && isOn(one, "active"))
      .filter((one) => (text(one, VERIFICATION) || IDENTITIES) === (login || IDENTITIES))
      .filter((one) => ["", platformId].includes(platformIdOf(one)))
      .sort(
        (left, right) =>
          Number(platformIdOf(right) === platformId) - Number(platformIdOf(left) === platformId) ||
          priorityOf(right) - priorityOf(left) ||
          (left.id < right.id ? 1 : -1),
      );
    return first;
  }
}

/**
 * @param {Component} provider
 * @param {string} key
 */
function text({ config }, key) {
  return (config[key]?.[0] ?? "").trim();
}

/** @param {Component} provider */
function platformIdOf(provider) {
  return text(provider, PLATFORM_ID);
}

/** @param {Component} provider */
function priorityOf(provider) {
  return Number(text(provider, "priority"));
}

/**
 * @param {Component} provider
 * @param {string} key
 */
function isOn({ config }, key) {
  return (config[key]?.[0] ?? "true").toLowerCase() === "true";
}
