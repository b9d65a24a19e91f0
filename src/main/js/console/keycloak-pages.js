/** @import { Context } from "./context.js" */
/** @import { Realm } from "./types" */
import { make, section } from "./dom.js";
import { toggle } from "./fields.js";
import { allowsFrames, withFrames, withoutFrames } from "./policy.js";

const THEME = "helpshift";
const POLICY = "contentSecurityPolicy";

/**
 * Whether Keycloak's own pages show the chat: two themes, and the policy that its frame needs.
 *
 * @param {Context} context
 */
export async function keycloakPagesSection(context) {
  const { api, t } = context;
  /** @type {Realm} */
  const realm = await api.get("");
  const policy = realm.browserSecurityHeaders?.[POLICY] ?? "";
  return section(
    t("keycloakPages"),
    theme(context, realm, "accountTheme", t("accountTheme")),
    theme(context, realm, "loginTheme", t("loginTheme")),
    realmSwitch(context, { label: t("policy"), help: t("policyHelp"), on: allowsFrames(policy) }, async (on, now) => {
      const { browserSecurityHeaders = {} } = now;
      const current = browserSecurityHeaders[POLICY] ?? "";
      return { browserSecurityHeaders: { ...browserSecurityHeaders, [POLICY]: on ? withFrames(current) : withoutFrames(current) } };
    }),
    make("p", { class: "hs-help" }, t("ownTheme")),
  );
}

/**
 * @param {Context} context
 * @param {Realm} realm
 * @param {"accountTheme" | "loginTheme"} type
 * @param {string} label
 */
function theme(context, realm, type, label) {
  const before = realm[type] ?? "";
  const help = context.t("themeHelp", before || "keycloak");
  return realmSwitch(context, { label, help, on: before === THEME }, async (on) => ({
    [type]: on ? THEME : before === THEME ? "" : before,
  }));
}

/**
 * A switch that changes some of the realm's own settings, as they are at that moment.
 *
 * @param {Context} context
 * @param {{ label: string, help: string, on: boolean }} state
 * @param {(on: boolean, now: Realm) => Promise<Realm>} change
 */
function realmSwitch({ api, roles, changed, failed }, state, change) {
  return toggle({ ...state, enabled: roles.has("manage-realm") }, async (on) => {
    try {
      await api.put("", await change(on, await api.get("")));
      await changed();
    } catch (error) {
      failed(error);
      throw error;
    }
  });
}
