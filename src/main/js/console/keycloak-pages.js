/** @import { AdminApi } from "./admin-api.js" */
/** @import { Context } from "./context.js" */
/** @import { Realm } from "./types" */
import { make } from "./dom.js";
import { toggle } from "./fields.js";
import { allowsFrames, withFrames, withoutFrames } from "./policy.js";

/** The name of our themes. */
export const THEME = "helpshift";

const POLICY = "contentSecurityPolicy";

/**
 * Whether Keycloak's own pages show the chat: two themes, and the policy that its frame needs.
 *
 * @param {Context} context
 */
export async function keycloakPagesPart(context) {
  const { api, t } = context;
  /** @type {Realm} */
  const realm = await api.get("");
  return [
    theme(context, realm, "accountTheme", t("accountTheme")),
    theme(context, realm, "loginTheme", t("loginTheme")),
    realmSwitch(context, { label: t("policy"), help: t("policyHelp"), on: allowsFrames(policyOf(realm)) }, (on, now) =>
      withPolicy(now, on ? withFrames(policyOf(now)) : withoutFrames(policyOf(now))),
    ),
    make("p", { class: "hs-help" }, t("ownTheme")),
  ];
}

/** @param {Realm} realm */
export function policyOf({ browserSecurityHeaders }) {
  return browserSecurityHeaders?.[POLICY] ?? "";
}

/**
 * @param {Realm} realm
 * @param {string} policy
 * @returns {Realm}
 */
export function withPolicy({ browserSecurityHeaders }, policy) {
  return { browserSecurityHeaders: { ...browserSecurityHeaders, [POLICY]: policy } };
}

/**
 * Changes some of the realm's own settings, as they are at that moment.
 *
 * @param {AdminApi} api
 * @param {(now: Realm) => Realm} change
 */
export async function saveRealm(api, change) {
  await api.put("", change(await api.get("")));
}

/**
 * @param {Context} context
 * @param {Realm} realm
 * @param {"accountTheme" | "loginTheme"} type
 * @param {string} label
 */
function theme(context, realm, type, label) {
  const before = realm[type] ?? "";
  const help = context.t("themeHelp", before || context.t("keycloaksTheme"));
  return realmSwitch(context, { label, help, on: before === THEME }, (on) => ({
    [type]: on ? THEME : before === THEME ? "" : before,
  }));
}

/**
 * @param {Context} context
 * @param {{ label: string, help: string, on: boolean }} state
 * @param {(on: boolean, now: Realm) => Realm} change
 */
function realmSwitch({ api, roles, changed, failed }, state, change) {
  return toggle({ ...state, enabled: roles.has("manage-realm") }, async (on) => {
    try {
      await saveRealm(api, (now) => change(on, now));
      await changed();
    } catch (error) {
      failed(error);
      throw error;
    }
  });
}
