/**
 * Sets up Helpshift in a realm that exists, by Keycloak's own admin client. Run it as often as you like: it
 * changes what differs and leaves everything else as it is.
 *
 * The environment has KEYCLOAK_URL and KEYCLOAK_REALM; KEYCLOAK_CLIENT_ID and KEYCLOAK_CLIENT_SECRET of a client
 * of the realm whose service account has the roles manage-realm and manage-clients; and HELPSHIFT_DOMAIN,
 * HELPSHIFT_PLATFORM_ID, HELPSHIFT_SECRET and APP_URL.
 */
import KcAdminClient from "@keycloak/keycloak-admin-client";

const KEY_PROVIDER = "org.keycloak.keys.KeyProvider";
const env = process.env;
const realm = env.KEYCLOAK_REALM;
const admin = new KcAdminClient({ baseUrl: env.KEYCLOAK_URL, realmName: realm });
await admin.auth({
  grantType: "client_credentials",
  clientId: env.KEYCLOAK_CLIENT_ID,
  clientSecret: env.KEYCLOAK_CLIENT_SECRET,
});

await settings();
await secret();
const scope = await clientScope();
await optIn(await client(), scope);

/** An update replaces all attributes, so it repeats those that are there. */
async function settings() {
  const { attributes } = await admin.realms.findOne({ realm });
  const changes = {
    "helpshift.domain": env.HELPSHIFT_DOMAIN,
    "helpshift.platform_id": env.HELPSHIFT_PLATFORM_ID,
  };
  await admin.realms.update({ realm }, { attributes: { ...attributes, ...changes } });
}

async function secret() {
  const providers = await admin.components.find({ type: KEY_PROVIDER });
  const before = providers.find(({ providerId }) => providerId === "helpshift-secret");
  const component = {
    ...before,
    name: "helpshift",
    providerId: "helpshift-secret",
    providerType: KEY_PROVIDER,
    config: { ...before?.config, secret: [env.HELPSHIFT_SECRET], priority: ["100"] },
  };
  if (before) {
    await admin.components.update({ id: before.id }, component);
  } else {
    await admin.components.create(component);
  }
}

async function clientScope() {
  const found = await admin.clientScopes.findOneByName({ name: "helpshift" });
  if (found) {
    return found.id;
  }
  const { id } = await admin.clientScopes.create({
    name: "helpshift",
    protocol: "openid-connect",
    protocolMappers: [
      {
        name: "Helpshift identity token",
        protocol: "openid-connect",
        protocolMapper: "helpshift-identity-token",
      },
    ],
  });
  return id;
}

async function client() {
  const [found] = await admin.clients.find({ clientId: "web" });
  if (found) {
    return found.id;
  }
  const { id } = await admin.clients.create({
    clientId: "web",
    publicClient: true,
    redirectUris: [`${env.APP_URL}/*`],
    webOrigins: [env.APP_URL],
  });
  return id;
}

async function optIn(id, clientScopeId) {
  await admin.clients.addDefaultClientScope({ id, clientScopeId });
}
