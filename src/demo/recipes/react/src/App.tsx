import { type ReactNode, useEffect, useState } from "react";
import { keycloak, started } from "./keycloak";

/** An app of two views; the chat's component is part of one of them. */
export function App({ chat }: { chat: ReactNode }) {
  const [user, setUser] = useState<string>();
  const [view, setView] = useState<"help" | "other">("help");
  useEffect(() => {
    const show = () => setUser(keycloak.tokenParsed?.preferred_username);
    started.then(show, console.error);
    keycloak.onAuthLogout = show;
  }, []);
  return (
    <main>
      <h1>{view === "help" ? "Help" : "Other"}</h1>
      {view === "help" && chat}
      <p id="who">{user ? `Signed in as ${user}.` : "Nobody is signed in."}</p>
      {user ? (
        <button id="logout" onClick={() => keycloak.logout()}>
          Log out
        </button>
      ) : (
        <button id="login" onClick={() => keycloak.login()}>
          Log in
        </button>
      )}
      <button id="help" onClick={() => setView("help")}>
        Help
      </button>
      <button id="other" onClick={() => setView("other")}>
        Other
      </button>
    </main>
  );
}
