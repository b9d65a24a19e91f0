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
  /** @type {Promise<void> | undefined} */
  #loading;

  /** @param {AdminApi} api */
  constructor(api) {
    this.#api = api;
  }

  /** Loads the list only once; again if that failed. */
  load() {
    this.#loading ??= this.refresh().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async refresh() {
    const [clients, scopes] = await Promise.all([
      this.#api.getIfAllowed("/clients", /** @type {Client[]} */ ([])),
      this.#api.getIfAllowed("/client-scopes", /** @type {ClientScope[]} */ ([])),
    ]);
    this.#clients = eligible(clients);
    this.#scopes = scopes;
  }

  get all() {
    return this.#clients;
  }

  /** @param {string} clientId */
  find(clientId) {
    return this.#clients.find((client) => client.clientId === clientId);
  }

  /** @param {Client} client */
  scopesOf(client) {
    return scopesOf(client, this.#scopes);
  }

  /** Whether the client has the mapper, of its own or in a scope. @param {Client} client */
  isOptedIn(client) {
    return Boolean(mapperIn(client.protocolMappers)) || this.scopesOf(client).length > 0;
  }

  get optedIn() {
    return this.#clients.filter((client) => this.isOptedIn(client));
  }
}
