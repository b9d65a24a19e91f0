import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { keycloak } from "./keycloak";
import { useHelpshift } from "./useHelpshift";

function Chat() {
  useHelpshift(keycloak);
  return null;
}

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App chat={<Chat />} />
  </StrictMode>,
);
