/** @import { AdminApi } from "./admin-api.js" */
/** @import { Context } from "./context.js" */
/** @import { Realm } from "./types" */
import { make } from "./dom.js";
import { ChangedMeanwhileError } from "./errors.js";
import { toggle } from "./fields.js";
import { allowsFrames, withFrames, withoutFrames } from "./policy.js";

/** @typedef {"accountTheme" | "loginTheme"} ThemeType */

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
 * The realm with our theme, in place of the one that the admin has seen.
 *
 * @param {ThemeType} type
 * @param {Realm} realm as it is now
 * @param {string} seen
 * @returns {Realm}
 */
export function withTheme(type, { [type]: now = "" }, seen) {
  if (now !== THEME && now !== seen) throw new ChangedMeanwhileError();
  return { [type]: THEME };
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
 * @param {ThemeType} type
 * @param {string} label
 */
function theme(context, realm, type, label) {
  /** The theme that comes back when ours is turned off. */
  let other = "";
  const help = new Text();
  const show = (/** @type {Realm} */ { [type]: name = "" }) => {
    if (name !== THEME) other = name;
    help.data = context.t("themeHelp", name || context.t("keycloaksTheme"));
  };
  show(realm);
  return realmSwitch(
    context,
    { label, help, on: realm[type] === THEME },
    (on, now) => {
      const seen = other;
      show(now);
      if (on) return withTheme(type, now, seen);
      return { [type]: now[type] === THEME ? other : now[type] };
    },
    show,
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
      void changed();
    } catch (error) {
      failed(error);
      throw error;
    }
  });
}
