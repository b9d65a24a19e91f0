/** @import { Context } from "./context.js" */
/** @import { PreviewAnswer } from "./types" */
import { errorNotice } from "./context.js";
import { freshId, list, make, notice } from "./dom.js";
import { ApiError, SessionEndedError } from "./errors.js";
import { choice, field, textInput } from "./fields.js";
import { Turns } from "./turns.js";

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
  const looks = new Turns();
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
    { submit: (event) => (event.preventDefault(), look()) },
    field({ label: t("lookBy"), control: kind }),
    field({ label: t("user"), control: name }),
    field({ label: t("client"), help: t("clientHelp"), control: client, beside: [choices] }),
    make("button", { type: "submit", class: "pf-v5-c-button pf-m-primary" }, t("look")),
  );
  if (userId) void look();
  return [form, answer];

  async function look() {
    const isLast = looks.begin();
    answer.replaceChildren(make("p", {}, t("loading")));
    const query = new URLSearchParams({ [kind.value]: name.value.trim() });
    if (client.value.trim()) query.set("client_id", client.value.trim());
    try {
      const found = await api.get(`/helpshift/users/preview?${query}`);
      // The answer about one user is never shown below the name of another.
      if (isLast()) answer.replaceChildren(...preview(t, found));
    } catch (error) {
      if (!isLast()) return;
      if (error instanceof SessionEndedError) context.failed(error);
      // Our own words about the question itself: no such user or client that the admin may view, or several.
      const isAnswer =
        error instanceof ApiError && [400, 403, 404, 409].includes(error.status) && error.body?.error_description;
      answer.replaceChildren(isAnswer ? notice("warning", error.message) : errorNotice(t, error));
    }
  }
}

/**
 * @param {Context["t"]} t
 * @param {PreviewAnswer} answer
 */
function preview(t, answer) {
  const { client_id, would_be_signed, refused, full_privacy_enabled, user_data_left_out } = answer;
  return [
    would_be_signed
      ? notice("success", t("recognised"))
      : notice("warning", t("notRecognised"), ...refused.map(({ description }) => make("p", {}, description))),
    make("p", {}, client_id ? t("ofClient", client_id) : t("ofRealm")),
    table(t, [t("identity"), t("value"), t("source")], identities(t, answer)),
    ...(full_privacy_enabled ? [make("p", {}, t("fullPrivacy"))] : []),
    table(t, [t("userData"), t("value"), t("source")], userData(t, answer)),
    ...(user_data_left_out.length ? [make("p", {}, t("leftOut")), list(user_data_left_out)] : []),
  ];
}

/** The settings that say where a user without User Hub gets their values from. */
const VERIFIED_USER = { userId: "identity.uid", userEmail: "identity.email", userName: "user_name" };

/**
 * @param {Context["t"]} t
 * @param {PreviewAnswer} answer
 */
function identities(t, { payload, verified_user = {}, left_out, sources }) {
  return [
    ...(payload?.identities ?? []).flatMap(({ identifier, value, metadata = {} }) => [
      [identifier, value, sourceOf(t, sources, `identity.${identifier}`)],
      ...Object.entries(metadata).map(([key, text]) => [
        `${identifier}.${key}`,
        text,
        sourceOf(t, sources, `identity.${identifier}.metadata.${key}`),
      ]),
    ]),
    ...Object.entries(VERIFIED_USER).flatMap(([name, setting]) =>
      name in verified_user ? [[name, verified_user[name] ?? "", sourceOf(t, sources, setting)]] : [],
    ),
    ...left_out.map(({ identifier, metadata, source, description }) => [
      metadata ? `${identifier}.${metadata}` : identifier,
      `${t("leftOut")} ${description}`,
      source,
    ]),
  ];
}

/**
 * @param {Context["t"]} t
 * @param {PreviewAnswer} answer
 */
function userData(t, { user_data = {}, sources }) {
  return flat(user_data, "").map(([field = "", value = ""]) => [
    field,
    value,
    sourceOf(t, sources, `user_data.${field}`),
  ]);
}

/**
 * Where a value comes from, and who has said so. Tags come from roles and groups, and have no source.
 *
 * @param {Context["t"]} t
 * @param {PreviewAnswer["sources"]} sources
 * @param {string} setting
 */
function sourceOf(t, sources, setting) {
  const found = sources[`helpshift.${setting}`];
  return found ? `${found.source} (${t(`by.${found.said_by}`)})` : "";
}

/**
 * @param {Context["t"]} t
 * @param {string[]} head
 * @param {string[][]} rows
 */
function table(t, head, rows) {
  const [title = ""] = head;
  if (rows.length === 0) return make("p", {}, t("nothingSent", title));
  return make(
    "div",
    { class: "hs-scroll", tabindex: "0", role: "group", "aria-label": title },
    make(
      "table",
      { class: "hs-table", "aria-label": title },
      make("thead", {}, make("tr", {}, ...head.map((cell) => make("th", { scope: "col" }, cell)))),
      make("tbody", {}, ...rows.map(line)),
    ),
  );
}

/** @param {string[]} cells */
function line([name = "", ...cells]) {
  return make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell)));
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
