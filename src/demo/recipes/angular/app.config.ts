import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideZonelessChangeDetection,
} from "@angular/core";
import { provideKeycloak } from "keycloak-angular";
import { connectHelpshift } from "keycloak-helpshift";
import Keycloak from "keycloak-js";

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideKeycloak({
      config: { url: "https://sso.example.com", realm: "acme", clientId: "web" },
      initOptions: { onLoad: "check-sso", pkceMethod: "S256" },
    }),
    provideAppInitializer(() => {
      // Not returned: the app must not wait for the chat.
      connectHelpshift({
        src: "https://sso.example.com/realms/acme/helpshift/web-chat.js",
        clientId: "web",
        auth: inject(Keycloak),
      }).catch(console.error);
    }),
  ],
};
