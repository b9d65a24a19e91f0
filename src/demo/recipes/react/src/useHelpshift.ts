import type { HelpshiftSSOOptions } from "keycloak-helpshift";
import { useEffect } from "react";

/** Signs the app's user in to Helpshift. There is nothing to clean up: the chat outlives the component. */
export function useHelpshift(auth: HelpshiftSSOOptions["auth"]) {
  useEffect(() => {
    (window.HelpshiftSSO ||= []).push({ auth });
  }, [auth]);
}
