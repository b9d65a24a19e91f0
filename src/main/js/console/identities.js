/** @import { Context } from "./context.js" */
/** @import { SettingsDraft } from "./settings-draft.js" */
/** @import { UserProfile } from "./types" */
import { MENDED } from "./context.js";
import { button, freshId, make, oneAtATime, refill } from "./dom.js";
import { field, textInput } from "./fields.js";
import { letAdminsOnlyEdit, problemOf, sourcesOf } from "./sources.js";

/**
 * The identities that are sent: a source for each, with a warning if users can edit it.
 *
 * @param {Context} context
 * @param {SettingsDraft} draft
 * @param {string[]} identifiers
 */
export async function identityFields(context, draft, identifiers) {
  const { api, t } = context;
  const loadProfile = () => api.getIfAllowed("/users/profile", /** @type {UserProfile} */ ({}));
  let [profile, providers] = await Promise.all([
    loadProfile(),
    api.getAllIfAllowed("/identity-provider/instances?briefRepresentation=true"),
  ]);
  const sources = make(
    "datalist",
    { id: freshId() },
    ...sourcesOf(profile, providers).map((source) => make("option", { value: source })),
  );
  /** @type {(() => void)[]} */
  const judges = [];
  context.mended.addEventListener(MENDED, async () => {
    profile = await loadProfile().catch(() => profile);
    for (const judge of judges) judge();
  });
  return [sources, ...identifiers.map((identifier) => identity(identifier))];

  /** @param {string} identifier */
  function identity(identifier) {
    const key = `helpshift.identity.${identifier}`;
    const warning = make("div", { role: "status" });
    const judge = () => {
      const source = draft.get(key);
      const problem = profile.attributes ? problemOf(source, profile) : "none";
      if (problem === "none") return refill(warning, input);
      const mend = oneAtATime(async () => {
        try {
          profile = await letAdminsOnlyEdit(api, source);
        } catch (error) {
          return context.failed(error);
        }
        for (const one of judges) one();
        void context.changed();
      });
      warning.replaceChildren(
        make("p", { class: "hs-notice hs-warning" }, t(problem)),
        ...(context.roles.has("manage-realm") ? [button(t("mendAttribute", source), mend, "link")] : []),
      );
    };
    const input = textInput(
      draft.get(key),
      (value) => {
        draft.set(key, value);
        judge();
      },
      { list: sources.id, placeholder: t("default", { uid: "id", email: "email" }[identifier] ?? t("notSent")) },
    );
    input.name = key;
    judges.push(judge);
    judge();
    return field({ label: identifier, control: input, beside: [warning] });
  }
}
