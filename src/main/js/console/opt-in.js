/** @import { AdminApi } from "./admin-api.js" */
/** @import { Client, ClientScope, ProtocolMapper } from "./types" */

const MAPPER = "helpshift-identity-token";
const SCOPE = "helpshift";

/** @param {ProtocolMapper[]} [mappers] */
export function mapperIn(mappers = []) {
  return mappers.find(({ protocolMapper }) => protocolMapper === MAPPER);
}

/**
 * What a mapper says otherwise than the realm: its settings, without a secret.
 *
 * @param {ProtocolMapper} mapper
 */
export function saysOtherwise({ config = {} }) {
  return Object.entries(config)
    .filter(([key, value]) => key.startsWith("helpshift.") && value)
    .map(([key, value]) => (key.includes("secret") ? key : `${key} = ${value}`));
}

/**
 * The clients that a user can log in to by OpenID Connect.
 *
 * @param {Client[]} clients
 */
export function eligible(clients) {
  return clients
    .filter(({ protocol, bearerOnly }) => (protocol ?? "openid-connect") === "openid-connect" && !bearerOnly)
    .sort((left, right) => left.clientId.localeCompare(right.clientId));
}

/**
 * The client scopes that opt a client in, by name.
 *
 * @param {Client} client
 * @param {ClientScope[]} scopes
 */
export function scopesOf({ defaultClientScopes = [] }, scopes) {
  return scopes.filter(({ name, protocolMappers }) => mapperIn(protocolMappers) && defaultClientScopes.includes(name));
}

/**
 * Opts a client in with the client scope that has the mapper. The first call makes this scope.
 *
 * @param {AdminApi} api
 * @param {Client} client
 */
export async function optIn(api, client) {
  const scope = (await find(api)) ?? (await create(api));
  await api.put(`/clients/${client.id}/default-client-scopes/${scope.id}`, {});
}

/**
 * @param {AdminApi} api
 * @param {Client} client
 * @param {ClientScope[]} scopes
 */
export async function optOut(api, client, scopes) {
  for (const { id } of scopesOf(client, scopes)) await api.delete(`/clients/${client.id}/default-client-scopes/${id}`);
}

/**
 * @param {AdminApi} api
 * @returns {Promise<ClientScope | undefined>}
 */
async function find(api) {
  /** @type {ClientScope[]} */
  const scopes = await api.get("/client-scopes");
  return scopes.find(({ protocolMappers }) => mapperIn(protocolMappers));
}

/**
 * @param {AdminApi} api
 * @returns {Promise<ClientScope>}
 */
async function create(api) {
  await api.post("/client-scopes", {
    name: SCOPE,
    protocol: "openid-connect",
    attributes: { "include.in.token.scope": "false" },
    protocolMappers: [{ name: SCOPE, protocol: "openid-connect", protocolMapper: MAPPER, config: {} }],
  });
  return /** @type {ClientScope} */ (await find(api));
}
