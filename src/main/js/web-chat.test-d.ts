// Never run: the compiler checks that real adapters are what the script's types ask for.
import type Keycloak from "keycloak-js";
import type { UserManager } from "oidc-client-ts";

declare const keycloak: Keycloak;
declare const userManager: UserManager;

(window.HelpshiftSSO ||= []).push({ auth: keycloak });
(window.HelpshiftSSO ||= []).push({ auth: userManager });
(window.HelpshiftSSO ||= []).push({ auth: { getAccessToken: () => "token" } });
(window.HelpshiftSSO ||= []).push({
  auth: { getAccessToken: async () => null, subscribe: (changed) => (changed(), () => {}) },
});
(window.HelpshiftSSO ||= []).push({ auth: { getIdentityToken: async () => "jwt" } });
(window.HelpshiftSSO ||= []).push({
  auth: { getIdentityToken: () => ({ identity_token: "jwt", full_privacy_enabled: true }) },
});
(window.HelpshiftSSO ||= []).push({});

(window.HelpshiftSSO ||= []).push({ auth: { getKeycloakInstance: () => keycloak } });
(window.HelpshiftSSO ||= []).push({ auth: { userManager } });
(window.HelpshiftSSO ||= []).push({
  auth: {
    events: userManager.events,
    settings: userManager.settings,
    user: null,
    isLoading: false,
    signinSilent: () => userManager.signinSilent(),
  },
});
if (!Array.isArray(window.HelpshiftSSO)) window.HelpshiftSSO?.state.lastError?.fix satisfies string | undefined;

// @ts-expect-error none of them
(window.HelpshiftSSO ||= []).push({ auth: { token: "jwt" } });

window.addEventListener("helpshift-sso:login", ({ detail }) => detail.reverified satisfies boolean);
window.addEventListener("helpshift-sso:logout", ({ detail }) => detail.reason satisfies string);
window.addEventListener("helpshift-sso:error", ({ detail }) => detail.fix satisfies string);
