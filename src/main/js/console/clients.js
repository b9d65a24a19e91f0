/** @import { Context } from "./context.js" */
/** @import { Client, ClientScope } from "./types" */
import { ifAllowed } from "./context.js";
import { make, section } from "./dom.js";
import { toggle } from "./fields.js";
import { eligible, mapperIn, optIn, optOut, scopesOf } from "./opt-in.js";

/** Clients above this number are found by the filter only. */
const SHOWN = 50;

/**
 * The clients that are opted in, each with a switch.
 *
 * @param {Context} context
 */
export async function clientsSection(context) {
  const { api, t } = context;
  /** @type {Client[]} */
  const clients = eligible(await ifAllowed(api.get("/clients"), []));
  /** @type {ClientScope[]} */
  const scopes = await ifAllowed(api.get("/client-scopes"), []);
  if (!clients.length) return section(t("clients"), make("p", {}, t("clientsNotAllowed")));
  const list = make("div", {});
  const filter = make("input", { type: "search", "aria-label": t("filterClients"), placeholder: t("filterClients") });
  const show = () =>
    list.replaceChildren(
      ...clients
        .filter(({ clientId }) => clientId.toLowerCase().includes(filter.value.toLowerCase()))
        .slice(0, SHOWN)
        .map((client) => row(context, client, scopes)),
    );
  filter.addEventListener("input", show);
  show();
  return section(
    t("clients"),
    make("p", { class: "hs-help" }, t("clientsHelp")),
    make("div", { class: "hs-field" }, make("span", { class: "pf-v5-c-form-control" }, filter)),
    list,
  );
}

/**
 * @param {Context} context
 * @param {Client} client
 * @param {ClientScope[]} scopes
 */
function row({ api, t, roles, changed, failed }, client, scopes) {
  const own = mapperIn(client.protocolMappers);
  const says = Object.entries(own?.config ?? {})
    .filter(([key, value]) => key.startsWith("helpshift.") && value)
    .map(([key, value]) => `${key} = ${value}`);
  return toggle(
    {
      label: client.clientId,
      help: own ? [t("ownMapper"), ...says].join(" ") : undefined,
      on: Boolean(own) || scopesOf(client, scopes).length > 0,
      enabled: !own && roles.has("manage-clients"),
    },
    async (on) => {
      try {
        await (on ? optIn(api, client) : optOut(api, client, scopes));
        Object.assign(client, await api.get(`/clients/${client.id}`));
        scopes.splice(0, scopes.length, ...(await api.get("/client-scopes")));
        await changed();
      } catch (error) {
        failed(error);
        throw error;
      }
    },
  );
}
