import type { HelpshiftSSOOptions } from "keycloak-helpshift";
import { onMounted } from "vue";

/** Signs the app's user in to Helpshift. There is nothing to clean up: the chat outlives the component. */
export function useHelpshift(auth: HelpshiftSSOOptions["auth"]) {
  onMounted(() => {
    (window.HelpshiftSSO ||= []).push({ auth });
  });
}
