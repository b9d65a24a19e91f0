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
  // With fine-grained permissions, admins may see a client, but not the scopes that opt it in.
  const maySee = ["view-clients", "manage-clients"].some((role) => roles.has(role)) || clients.hasScopes;
  if (!clients.all.length || !maySee) return [make("p", {}, t("clientsNotAllowed"))];
  const rows = make("div", {});
  const label = t("filterClients");
  const filter = make("input", { type: "search", name: FILTER, "aria-label": label, placeholder: label });
  const count = make("p", { class: "hs-help", role: "status" });
  const show = () => {
    const found = clients.all.filter(({ clientId }) => clientId.toLowerCase().includes(filter.value.toLowerCase()));
    const shown = found.slice(0, SHOWN);
    rows.replaceChildren(...shown.map((client) => row(context, client)));
    if (clients.all.length > SHOWN) count.textContent = t("clientsShown", `${shown.length} / ${clients.all.length}`);
  };
  filter.addEventListener("input", show);
  show();
  return [
    make("p", { class: "hs-help" }, t("clientsHelp")),
    ...(roles.has("manage-clients") ? [] : [make("p", {}, t("mayNotOptIn"))]),
    make("div", { class: "hs-field" }, make("span", { class: "pf-v5-c-form-control" }, filter)),
    count,
    rows,
  ];
}

/**
 * @param {Context} context
 * @param {Client} client
 */
function row({ api, clients, t, roles, changed, failed }, client) {
  const { access = {} } = client;
  const own = mapperIn(client.protocolMappers);
  const says = make("div", {});
  /** @param {Client} now */
  const describe = (now) => {
    const ofScopes = clients
      .scopesOf(now)
      .flatMap(({ name, protocolMappers = [] }) =>
        protocolMappers.flatMap(saysOtherwise).map((line) => `${t("ofScope", name)}: ${line}`),
      );
    const lines = [...(own ? saysOtherwise(own) : []), ...ofScopes];
    says.replaceChildren(...(lines.length ? [list(lines)] : []));
  };
  describe(client);
  const element = toggle(
    {
      label: client.clientId,
      help: own ? t("ownMapper") : undefined,
      on: clients.isOptedIn(client),
      enabled: !own && roles.has("manage-clients") && access.manage !== false,
    },
    async (on) => {
      try {
        await (on ? optIn(api, client) : optOut(api, client));
      } catch (error) {
        failed(error);
        throw error;
      }
      await clients.refresh(client).then(describe, failed);
      void changed();
    },
  );
  element.append(says);
  return element;
}
