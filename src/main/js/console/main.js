// The page Helpshift in Keycloak's admin console. Keycloak offers this file to every theme:
// "scripts=helpshift/console.js" in the theme.properties of an admin theme.
import { AdminApi } from "./admin-api.js";
import { Entry } from "./entry.js";
import { readEnvironment } from "./environment.js";
import { visitInFrame } from "./hidden-frame.js";
import { HelpshiftPage } from "./page.js";
import { placeOf } from "./place.js";
import { SignIn } from "./sign-in.js";
import { addStyle } from "./style.js";

const environment = readEnvironment(document);
// Not in a frame: neither in the hidden frame of the sign-in nor in a frame of another page.
if (environment && window.top === window) {
  const signIn = new SignIn(environment, visitInFrame);
  const entry = new Entry();
  /** Where the admin was before they opened the page. */
  let before = "#/";
  const here = () => placeOf(location.hash, environment.realm);
  const page = new HelpshiftPage(
    (realm, errors, label) => {
      if (realm === here().realm) entry.count(errors, label);
    },
    () => (location.hash = before),
  );
  /** The realm whose errors the entry shows. */
  let counted = "";
  const show = () => {
    const place = here();
    const api = new AdminApi(environment, place.realm, signIn);
    entry.lead(place);
    if (counted !== place.realm) {
      counted = "";
      entry.count(0, "");
    }
    if (place.open) {
      if (placeOf(before, environment.realm).realm !== place.realm) before = `#/${encodeURIComponent(place.realm)}`;
      void page.open(api, place);
    } else {
      if (counted !== place.realm) {
        counted = place.realm;
        // Without the number the entry still leads to the page, which shows the error.
        void page.count(api).catch(() => {});
      }
      before = location.hash || `#/${encodeURIComponent(place.realm)}`;
      page.close();
    }
  };
  addStyle();
  // The console navigates by the history's methods, which fire no event, so check again after each
  // change of the page.
  let shown = "nothing yet";
  let hasSignedIn = false;
  const look = () => {
    // While there is nothing to click, the console may be about to lead to its login. A sign-in of ours beside it
    // would take the cookies of that login away.
    hasSignedIn ||= document.querySelector("a, button") !== null;
    if (!hasSignedIn) return;
    entry.place(document, document.body);
    if (shown === location.hash) return;
    if (!page.mayLeave()) {
      location.hash = shown;
      return;
    }
    shown = location.hash;
    show();
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("hashchange", look);
  window.addEventListener("beforeunload", (event) => {
    if (page.isDirty) event.preventDefault();
  });
  look();
}
