/** @import { AdminApi } from "./admin-api.js" */
/** @import { ThemeType } from "./keycloak-pages.js" */
/** @import { Finding, Realm, Settings, UserProfile } from "./types" */
import { FILTER } from "./clients.js";
import { policyOf, saveRealm, withPolicy, withTheme } from "./keycloak-pages.js";
import { optIn } from "./opt-in.js";
import { allowsFrames, withFrames } from "./policy.js";
import { SECRET } from "./shared-secret.js";
import { isMisspelt, letAdminsOnlyEdit, problemOf } from "./sources.js";

/**
 * The state of the realm, which decides the way to correct a finding.
 *
 * @typedef {{ realm: Realm, settings: Settings, profile: UserProfile }} State
 */

/**
 * A way to correct a finding: the text of a button, and its action. A mend without a role only leads to a
 * field.
 *
 * @typedef {object} Mend
 * @property {string} label
 * @property {string} [parameter] of the label
 * @property {string} [role] that the admin needs
 * @property {(api: AdminApi) => Promise<unknown>} [run]
 * @property {string} [field] the name of the field that it leads to
 */

const ACCOUNT_CONSOLE = "account-console";
const VAULT = "helpshift.secret";
const SECRET_FINDINGS = ["SECRET_MISSING", "SECRET_INVALID", "SECRET_MANGLED", "SECRET_IS_PUBLIC"];
const EVENTS = ["TOKEN_EXCHANGE", "TOKEN_EXCHANGE_ERROR"];

/** @type {Record<string, (finding: Finding, state: State) => Mend | undefined>} */
const MENDS = {
  SOURCE_USER_EDITABLE: letAdminsOnly,
  FULL_PRIVACY_USER_EDITABLE: letAdminsOnly,
  ATTRIBUTE_NOT_DECLARED: (finding, state) =>
    isMisspelt(state.settings[finding.setting ?? ""] ?? "", state.profile) ? undefined : letAdminsOnly(finding, state),
  THEME_NOT_CHOSEN: (_, { realm }) => theme("mendAccountTheme", "accountTheme", realm),
  LOGIN_THEME_NOT_CHOSEN: (_, { realm }) => theme("mendLoginTheme", "loginTheme", realm),
  CSP_BLOCKS_WIDGET: (_, { realm }) =>
    allowsFrames(policyOf(realm))
      ? undefined
      : {
          label: "mendPolicy",
          role: "manage-realm",
          run: (api) => saveRealm(api, (now) => withPolicy(now, withFrames(policyOf(now)))),
        },
  ACCOUNT_CONSOLE_NOT_OPTED_IN: () => ({
    label: "mendAccountConsole",
    role: "manage-clients",
    run: async (api) => {
      const [client] = await api.get(`/clients?clientId=${ACCOUNT_CONSOLE}`);
      await optIn(api, client);
    },
  }),
  EVENTS_NOT_SAVED: () => ({ label: "mendEvents", role: "manage-events", run: saveEvents }),
  NO_CLIENT: () => ({ label: "mendClient", field: FILTER }),
};

/**
 * Returns the way to correct a finding; undefined if the page has none. The page has only the realm's own
 * settings and the secret for these.
 *
 * @param {Finding} finding
 * @param {State} state
 * @returns {Mend | undefined}
 */
export function mendOf(finding, state) {
  const { code, setting, client, client_scope } = finding;
  const mend = MENDS[code]?.(finding, state);
  if (mend || client || client_scope) return mend;
  // A vault reference in the settings goes before all that is entered as the secret.
  if (SECRET_FINDINGS.includes(code) && !state.settings[VAULT]) return { label: "mendSecret", field: SECRET };
  const field = SECRET_FINDINGS.includes(code) ? VAULT : setting;
  return field ? { label: "mendSetting", field } : undefined;
}

/**
 * Only if the realm's own settings name the source, because the settings of mappers are not known here.
 *
 * @param {Finding} finding
 * @param {State} state
 * @returns {Mend | undefined}
 */
function letAdminsOnly({ setting = "", client, client_scope }, { settings, profile }) {
  const source = settings[setting] ?? "";
  if (client || client_scope || problemOf(source, profile) === "none") return undefined;
  return {
    label: "mendAttribute",
    parameter: source,
    role: "manage-realm",
    run: (api) => letAdminsOnlyEdit(api, source),
  };
}

/**
 * @param {string} label
 * @param {ThemeType} type
 * @param {Realm} realm
 * @returns {Mend}
 */
function theme(label, type, { [type]: seen = "" }) {
  return { label, role: "manage-realm", run: (api) => saveRealm(api, (now) => withTheme(type, now, seen)) };
}

/** @param {AdminApi} api */
async function saveEvents(api) {
  const config = await api.get("/events/config");
  // An empty list means every type.
  const types = config.enabledEventTypes?.length ? [...new Set([...config.enabledEventTypes, ...EVENTS])] : [];
  await api.put("/events/config", { ...config, eventsEnabled: true, enabledEventTypes: types });
}
