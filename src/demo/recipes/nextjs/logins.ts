import type { Account } from "next-auth";

/** What Keycloak gave the app at one login. It never leaves the server. */
interface Tokens {
  access: string;
  refresh: string;
  id: string;
  /** When the access token expires, in seconds. */
  expires: number;
}

// In memory, and so for one process: an app of yours has a database. On `global`, since Next.js loads
// this module more than once.
const logins: Map<unknown, Tokens> = ((global as { logins?: Map<unknown, Tokens> }).logins ??= new Map());

export const issuer = process.env.AUTH_KEYCLOAK_ISSUER;

/** Keeps a login's tokens and names the login. */
export function remember(account: Account) {
  const login = crypto.randomUUID();
  keep(login, account);
  return login;
}

export const isKnown = (login: unknown) => logins.has(login);

/** Forgets a login and returns its ID token, which ends the session at Keycloak. */
export function forget(login: string) {
  const id = logins.get(login)?.id;
  logins.delete(login);
  return id;
}

/** A fresh access token, or nothing when the session has ended. Throws when Keycloak can't be reached. */
export async function accessToken(login: string) {
  const tokens = logins.get(login);
  if (!tokens || tokens.expires > Date.now() / 1000 + 10) return tokens?.access;
  const answer = await fetch(`${issuer}/protocol/openid-connect/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "refresh_token",
      refresh_token: tokens.refresh,
      client_id: process.env.AUTH_KEYCLOAK_ID!,
      client_secret: process.env.AUTH_KEYCLOAK_SECRET!,
    }),
  });
  const fresh = await answer.json();
  if (fresh.error === "invalid_grant") {
    logins.delete(login);
    return;
  }
  if (!answer.ok) throw new Error(`Keycloak answered ${answer.status}`);
  keep(login, { ...fresh, expires_at: Date.now() / 1000 + fresh.expires_in });
  return fresh.access_token as string;
}

function keep(login: string, { access_token, refresh_token, id_token, expires_at }: Partial<Account>) {
  logins.set(login, { access: access_token!, refresh: refresh_token!, id: id_token!, expires: expires_at! });
}
