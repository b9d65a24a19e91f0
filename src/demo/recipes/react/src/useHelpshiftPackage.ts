import { connectHelpshift, type ConnectOptions } from "keycloak-helpshift";
import { useEffect, useState } from "react";

/** Signs the app's user in to Helpshift. Returns what went wrong with the script, if anything did. */
export function useHelpshift({ src, clientId, auth }: ConnectOptions) {
  const [error, setError] = useState<Error>();
  useEffect(() => {
    connectHelpshift({ src, clientId, auth }).then(() => setError(undefined), setError);
  }, [src, clientId, auth]);
  return error;
}
