import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { keycloak } from "./keycloak";
import { useHelpshift } from "./useHelpshiftPackage";

const src = `${import.meta.env.VITE_KEYCLOAK}/realms/${import.meta.env.VITE_REALM}/helpshift/web-chat.js`;

function Chat() {
  const error = useHelpshift({ src, clientId: "web", auth: keycloak });
  return error && <p role="alert">{error.message}</p>;
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App chat={<Chat />} />
  </StrictMode>,
);
