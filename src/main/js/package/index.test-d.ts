// Never run: the compiler checks what callers may pass.
import { ConnectError, connectHelpshift, type HelpshiftSSOHandle } from "./index.js";

const src = "https://sso.example.com/realms/acme/helpshift/web-chat.js";

connectHelpshift({ src, clientId: "web" }) satisfies Promise<HelpshiftSSOHandle>;
connectHelpshift({ src, clientId: "web", auth: { getAccessToken: () => "token" }, nonce: "r4nd0m" });

// @ts-expect-error no client id
connectHelpshift({ src });

// @ts-expect-error none of the kinds of auth
connectHelpshift({ src, clientId: "web", auth: "token" });

try {
  await connectHelpshift({ src, clientId: "web" });
} catch (e) {
  if (e instanceof ConnectError && e.error === "script_blocked") e.fix satisfies string;
}

window.addEventListener("helpshift-sso:error", ({ detail }) => detail.fix satisfies string);

export {};
