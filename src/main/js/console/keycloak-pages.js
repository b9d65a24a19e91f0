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
    frames(context, policyOf(realm)),
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
 * @returns {Promise<Realm>} the change
 */
export async function saveRealm(api, change) {
  const changed = change(await api.get(""));
  await api.put("", changed);
  return changed;
}

/**
 * A policy that allows the frames by other words, or has no rule for them, cannot be changed by a switch.
 *
 * @param {Context} context
 * @param {string} policy
 */
function frames(context, policy) {
  const { t } = context;
  const isFixed = allowsFrames(withoutFrames(policy));
  const help = t(isFixed ? "policyAllows" : "policyHelp");
  return realmSwitch(context, { label: t("policy"), help, on: allowsFrames(policy), isFixed }, (on, now) =>
    withPolicy(now, on ? withFrames(policyOf(now)) : withoutFrames(policyOf(now))),
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
  const describe = (/** @type {string} */ now) => context.t("themeHelp", now || context.t("keycloaksTheme"));
  const help = new Text(describe(before));
  return realmSwitch(
    context,
    { label, help, on: before === THEME },
    (on) => ({ [type]: on ? THEME : before === THEME ? "" : before }),
    (saved) => (help.data = describe(saved[type] ?? "")),
  );
}

/**
 * @param {Context} context
 * @param {{ label: string, help: Text | string, on: boolean, isFixed?: boolean }} state
 * @param {(on: boolean, now: Realm) => Realm} change
 * @param {(change: Realm) => void} saved
 */
function realmSwitch({ api, roles, changed, failed }, state, change, saved = () => {}) {
  return toggle({ ...state, enabled: roles.has("manage-realm") && !state.isFixed }, async (on) => {
    try {
      saved(await saveRealm(api, (now) => change(on, now)));
      await changed();
    } catch (error) {
      failed(error);
      throw error;
    }
  });
}
