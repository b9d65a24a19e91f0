/** @import { Context } from "./context.js" */
/** @import { PreviewAnswer } from "./types" */
import { errorNotice } from "./context.js";
import { freshId, make, notice } from "./dom.js";
import { ApiError, SessionEndedError } from "./errors.js";
import { choice, field, textInput } from "./fields.js";

/**
 * Shows who a user would be at Helpshift, never a signed token.
 *
 * @param {Context} context
 * @param {string} userId whose page is open in the console; empty: nobody's
 */
export async function userPart(context, userId) {
  const { api, clients, t } = context;
  // The list is a help only; that it fails is said in its own part.
  await clients.load().catch(() => {});
  const answer = make("div", { "aria-live": "polite" });
  const kind = choice(
    userId ? "id" : "username",
    ["username", "email", "id"].map((value) => ({ value, text: t(value) })),
    () => {},
  );
  const name = textInput(userId, () => {});
  const choices = make("datalist", { id: freshId() });
  const fill = () => choices.replaceChildren(...clients.optedIn.map(({ clientId }) => make("option", { value: clientId })));
  const only = clients.optedIn.length === 1 ? clients.optedIn[0]?.clientId : "";
  const client = textInput(only ?? "", () => {}, { list: choices.id });
  // Clients may have been opted in meanwhile.
  client.addEventListener("focus", fill);
  fill();
  const form = make(
    "form",
    { submit: (event) => (event.preventDefault(), void look()) },
    field({ label: t("lookBy"), control: kind }),
    field({ label: t("user"), control: name }),
    field({ label: t("client"), help: t("clientHelp"), control: client, beside: [choices] }),
    make("button", { type: "submit", class: "pf-v5-c-button pf-m-primary" }, t("look")),
  );
  if (userId) void look();
  return [form, answer];

  async function look() {
    const query = new URLSearchParams({ [kind.value]: name.value.trim() });
    if (client.value.trim()) query.set("client_id", client.value.trim());
    try {
      answer.replaceChildren(...preview(t, await api.get(`/helpshift/users/preview?${query}`)));
    } catch (error) {
      if (error instanceof SessionEndedError) context.failed(error);
      // What Keycloak says of the question itself: there is no such user or client, or there are several.
      const isAnswer = error instanceof ApiError && [400, 404, 409].includes(error.status);
      answer.replaceChildren(isAnswer ? notice("warning", error.message) : errorNotice(t, error));
    }
  }
}

/**
 * @param {Context["t"]} t
 * @param {PreviewAnswer} preview
 */
function preview(t, { would_be_signed, refused, payload, full_privacy_enabled, user_data, sources, left_out }) {
  const sourceOf = (/** @type {string} */ identifier) => {
    const { source, said_by } = sources[`helpshift.identity.${identifier}`] ?? { source: "", said_by: "" };
    return said_by ? `${source} (${t(`by.${said_by}`)})` : source;
  };
  return [
    would_be_signed
      ? notice("success", t("recognised"))
      : notice("warning", t("notRecognised"), ...refused.map(({ description }) => make("p", {}, description))),
    table(
      [t("identity"), t("value"), t("source")],
      [
        ...(payload?.identities ?? []).map(({ identifier, value }) => [identifier, value, sourceOf(identifier)]),
        ...left_out.map(({ identifier, metadata, source, description }) => [
          metadata ? `${identifier}.${metadata}` : identifier,
          `${t("leftOut")} ${description}`,
          source,
        ]),
      ],
    ),
    ...(full_privacy_enabled ? [make("p", {}, t("fullPrivacy"))] : []),
    table([t("userData"), t("value")], flat(user_data ?? {}, "")),
  ];
}

/**
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(head, rows) {
  return make(
    "div",
    { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": head[0] },
    make(
      "table",
      { class: "hs-table" },
      make("thead", {}, make("tr", {}, ...head.map((cell) => make("th", { scope: "col" }, cell)))),
      make("tbody", {}, ...rows.map((cells) => make("tr", {}, ...cells.map((cell) => make("td", {}, cell))))),
    ),
  );
}

/**
 * User data as lines: `global.first_name` and its value.
 *
 * @param {Record<string, unknown>} data
 * @param {string} prefix
 * @returns {string[][]}
 */
function flat(data, prefix) {
  return Object.entries(data).flatMap(([key, value]) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? flat(/** @type {Record<string, unknown>} */ (value), `${prefix}${key}.`)
      : [[prefix + key, Array.isArray(value) ? value.join(", ") : String(value)]],
  );
}
