/** @import { Environment } from "./types" */

/**
 * Reads what Keycloak tells its console: addresses, realm and client of the admins.
 *
 * @param {Document} page
 * @returns {Environment | undefined} undefined where the page is not the admin console
 */
export function readEnvironment(page) {
  try {
    const { serverBaseUrl, authServerUrl, adminBaseUrl, authUrl, ...rest } = JSON.parse(
      page.getElementById("environment")?.textContent ?? "{}",
    );
    const environment = {
      ...rest,
      serverBaseUrl: serverBaseUrl ?? authServerUrl,
      adminBaseUrl: adminBaseUrl ?? authUrl,
    };
    return environment.consoleBaseUrl && environment.clientId ? environment : undefined;
  } catch {
    return undefined;
  }
}
