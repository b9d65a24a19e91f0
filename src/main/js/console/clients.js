/** @import { Context } from "./context.js" */
/** @import { Client } from "./types" */
import { list, make } from "./dom.js";
import { toggle } from "./fields.js";
import { mapperIn, optIn, optOut, saysOtherwise } from "./opt-in.js";

/** Clients above this number are found by the filter only. */
const SHOWN = 50;

/** The name of the filter, for those that lead to it. */
export const FILTER = "clients";

/**
 * The clients that are opted in, each with a switch.
 *
 * @param {Context} context
 */
export async function clientsPart(context) {
  const { clients, roles, t } = context;
  await clients.load();
  if (!clients.all.length) return [make("p", {}, t("clientsNotAllowed"))];
  const rows = make("div", {});
  const label = t("filterClients");
  const filter = make("input", { type: "search", name: FILTER, "aria-label": label, placeholder: label });
  const show = () =>
    rows.replaceChildren(
      ...clients.all
        .filter(({ clientId }) => clientId.toLowerCase().includes(filter.value.toLowerCase()))
        .slice(0, SHOWN)
        .map((client) => row(context, client)),
    );
  filter.addEventListener("input", show);
  show();
  return [
    make("p", { class: "hs-help" }, t("clientsHelp")),
    ...(roles.has("manage-clients") ? [] : [make("p", {}, t("mayNotOptIn"))]),
    make("div", { class: "hs-field" }, make("span", { class: "pf-v5-c-form-control" }, filter)),
    rows,
  ];
}

/**
 * @param {Context} context
 * @param {Client} client
 */
function row({ api, clients, t, roles, changed, failed }, client) {
  const own = mapperIn(client.protocolMappers);
  const element = toggle(
    {
      label: client.clientId,
      help: own ? t("ownMapper") : undefined,
      on: clients.isOptedIn(client),
      enabled: !own && roles.has("manage-clients"),
    },
    async (on) => {
      try {
        await (on ? optIn(api, client) : optOut(api, client, clients.scopesOf(client)));
        await clients.refresh();
        await changed();
      } catch (error) {
        failed(error);
        throw error;
      }
    },
  );
  if (own) element.append(list(saysOtherwise(own)));
  return element;
}
