/** @import { AdminApi } from "./admin-api.js" */
/** @import { Client, ClientScope, ProtocolMapper } from "./types" */
import { ApiError, ScopeNameTakenError } from "./errors.js";

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
 * Opts a client in with a client scope that has the mapper. The first call makes this scope.
 *
 * @param {AdminApi} api
 * @param {Client} client
 */
export async function optIn(api, { id }) {
  /** @type {Client} */
  const { optionalClientScopes = [] } = await api.get(`/clients/${id}`);
  const scope = best(await scopesWithMapper(api), optionalClientScopes) ?? (await create(api));
  // Keycloak does not make an optional scope a default one.
  if (optionalClientScopes.includes(scope.name)) await api.delete(`/clients/${id}/optional-client-scopes/${scope.id}`);
  await api.put(`/clients/${id}/default-client-scopes/${scope.id}`, {});
}

/**
 * @param {AdminApi} api
 * @param {Client} client
 */
export async function optOut(api, { id }) {
  const [client, scopes] = await Promise.all([api.get(`/clients/${id}`), scopesWithMapper(api)]);
  for (const scope of scopesOf(client, scopes)) await api.delete(`/clients/${id}/default-client-scopes/${scope.id}`);
}

/**
 * The scope that the client already has as an optional one; else one whose mapper leaves the settings to the
 * realm; else the first.
 *
 * @param {ClientScope[]} scopes
 * @param {string[]} optional
 * @returns {ClientScope | undefined}
 */
function best(scopes, optional) {
  const rank = (/** @type {ClientScope} */ { name, protocolMappers }) =>
    optional.includes(name) ? 0 : isSilent(protocolMappers) ? 1 : 2;
  return scopes.sort((left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name))[0];
}

/** @param {ProtocolMapper[]} [mappers] */
function isSilent(mappers = []) {
  return mappers.flatMap(saysOtherwise).length === 0;
}

/**
 * @param {AdminApi} api
 * @returns {Promise<ClientScope[]>}
 */
async function scopesWithMapper(api) {
  /** @type {ClientScope[]} */
  const scopes = await api.get("/client-scopes");
  return scopes.filter(({ protocolMappers }) => mapperIn(protocolMappers));
}

/**
 * @param {AdminApi} api
 * @returns {Promise<ClientScope>}
 */
async function create(api) {
  try {
    await api.post("/client-scopes", {
      name: SCOPE,
      protocol: "openid-connect",
      attributes: { "include.in.token.scope": "false" },
      protocolMappers: [{ name: SCOPE, protocol: "openid-connect", protocolMapper: MAPPER, config: {} }],
    });
  } catch (error) {
    // The other one of two clicks may have made it.
    if (!(error instanceof ApiError && error.status === 409)) throw error;
  }
  const [made] = await scopesWithMapper(api);
  if (!made) throw new ScopeNameTakenError();
  return made;
}
