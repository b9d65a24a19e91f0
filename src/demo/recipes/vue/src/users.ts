import { UserManager, WebStorageStateStore } from "oidc-client-ts";

const page = location.origin + location.pathname;

export const users = new UserManager({
  authority: `${import.meta.env.VITE_KEYCLOAK}/realms/${import.meta.env.VITE_REALM}`,
  client_id: "web",
  redirect_uri: page,
  post_logout_redirect_uri: page,
  userStore: new WebStorageStateStore({ store: sessionStorage }),
});

/** The user's name, if somebody is signed in. */
export const started = start();

async function start() {
  if (new URLSearchParams(location.search).has("code")) {
    await users.signinCallback();
    history.replaceState(null, "", page);
  }
  return (await users.getUser())?.profile.preferred_username;
}
