/** @import { AdminApi } from "./admin-api.js" */
/** @import { Client, ClientScope } from "./types" */
import { eligible, mapperIn, scopesOf } from "./opt-in.js";

/** The realm's clients that users can log in to, and that the admin may see. */
export class ClientList {
  #api;
  /** @type {Client[]} */
  #clients = [];
  /** @type {ClientScope[]} */
  #scopes = [];
  #loads = 0;
  /** @type {Promise<void> | undefined} */
  #loading;

  /** @param {AdminApi} api */
  constructor(api) {
    this.#api = api;
  }

  /** Loads the list only once; again if that failed or was forgotten. */
  load() {
    this.#loading ??= this.#loadAll().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** Lets the next {@link load} ask again. */
  forget() {
    this.#loading = undefined;
  }

  async #loadAll() {
    const load = ++this.#loads;
    const [clients, scopes] = await Promise.all([
      this.#api.getAllIfAllowed("/clients"),
      this.#loadScopes(),
    ]);
    // A slow answer may come after a newer one.
    if (load !== this.#loads) return;
    this.#clients = eligible(clients);
    this.#scopes = scopes;
  }

  /**
   * Loads only one client again, because a realm can have thousands.
   *
   * @param {Client} client
   * @returns {Promise<Client>} as it is now
   */
  async refresh({ id }) {
    const [client, scopes] = await Promise.all([this.#api.get(`/clients/${id}`), this.#loadScopes()]);
    this.#clients = this.#clients.map((one) => (one.id === id ? client : one));
    this.#scopes = scopes;
    return client;
  }

  /** @returns {Promise<ClientScope[]>} */
  #loadScopes() {
    return this.#api.getIfAllowed("/client-scopes", []);
  }

  /** The clients by client id, those that are opted in first. */
  get all() {
    return [...this.optedIn, ...this.#clients.filter((client) => !this.isOptedIn(client))];
  }

  /** @param {Client} client */
  scopesOf(client) {
    return scopesOf(client, this.#scopes);
  }

  /** Whether the client has the mapper, of its own or in a scope. @param {Client} client */
  isOptedIn(client) {
    return Boolean(mapperIn(client.protocolMappers)) || this.scopesOf(client).length > 0;
  }

  get hasScopes() {
    return this.#scopes.length > 0;
  }

  get optedIn() {
    return this.#clients.filter((client) => this.isOptedIn(client));
  }
}
