// Whether Web Chat could be loaded, as HelpshiftSSO.ready tells the page.
import { state } from "./state.js";

/** @type {(ready: boolean) => void} */
let resolve = () => {};

/** @type {Promise<boolean>} */
export const promise = new Promise((settle) => (resolve = settle));

export const succeed = () => resolve(true);

/** The script tries again, a minute later at the earliest unless there is a reason. */
export const fail = () => {
  state.down = true;
  resolve(false);
};
