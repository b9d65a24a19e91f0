/** @import { Context } from "./context.js" */
/** @import { SettingsDraft } from "./settings-draft.js" */
/** @import { UserProfile } from "./types" */
import { ifAllowed } from "./context.js";
import { button, freshId, make } from "./dom.js";
import { field, textInput } from "./fields.js";
import { forAdminsOnly, problemOf } from "./sources.js";

const IDENTIFIERS = [
  "uid",
  "email",
  "phone_number",
  "facebook_id",
  "discord_id",
  "whatsapp_id",
  "google_playstore_id",
  "steam_id",
  "psn_id",
  "xbox_live_id",
  "nintendo_id",
  "apple_gamecenter_id",
];

/**
 * Who is sent: a source for each identity, with a warning beside what users can edit.
 *
 * @param {Context} context
 * @param {SettingsDraft} draft
 */
export async function identityFields(context, draft) {
  const { api, t } = context;
  /** @type {UserProfile} */
  let profile = await ifAllowed(api.get("/users/profile"), {});
  /** @type {{ alias: string }[]} */
  const providers = await ifAllowed(api.get("/identity-provider/instances?briefRepresentation=true"), []);
  const sources = make("datalist", { id: freshId() });
  for (const source of [
    "id",
    "none",
    ...(profile.attributes ?? []).map(({ name }) => name),
    ...providers.map(({ alias }) => `idp:${alias}`),
  ]) {
    sources.append(make("option", { value: source }));
  }
  return [sources, ...IDENTIFIERS.map((identifier) => identity(identifier))];

  /** @param {string} identifier */
  function identity(identifier) {
    const key = `helpshift.identity.${identifier}`;
    const warning = make("div", { role: "status" });
    const judge = () => {
      const source = draft.get(key);
      const problem = profile.attributes ? problemOf(source, profile) : "none";
      if (problem === "none") return warning.replaceChildren();
      const mend = async () => {
        try {
          profile = (await api.put("/users/profile", forAdminsOnly(source, await api.get("/users/profile")))).body;
          judge();
          await context.changed();
        } catch (error) {
          context.failed(error);
        }
      };
      warning.replaceChildren(
        make("p", { class: "hs-notice hs-warning" }, t(problem)),
        ...(context.roles.has("manage-realm") ? [button(t("adminsOnly"), mend, "link")] : []),
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
    judge();
    return field({ label: identifier, control: input, beside: [warning] });
  }
}
