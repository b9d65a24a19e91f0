"use client";

import type { IdentityTokens } from "keycloak-helpshift";
import { useEffect } from "react";

const auth: IdentityTokens = {
  async getIdentityToken() {
    const answer = await fetch("/api/helpshift", { method: "POST" });
    if (!answer.ok) throw new Error(`/api/helpshift answered ${answer.status}`);
    return answer.status === 204 ? undefined : answer.json();
  },
};

/** Signs the app's user in to Helpshift. There is nothing to clean up: the chat outlives the component. */
export function Helpshift() {
  useEffect(() => {
    (window.HelpshiftSSO ||= []).push({ auth });
  }, []);
  return null;
}
