import type { HelpshiftSSOHandle, HelpshiftSSOOptions } from "./web-chat.js";

export type * from "./web-chat.js";

export interface ConnectOptions extends HelpshiftSSOOptions {
  /** The realm's script: `https://sso.example.com/realms/acme/helpshift/web-chat.js`. */
  src: string;
  /** The app's client in the realm. */
  clientId: string;
  /** For a strict content security policy: copied to the script elements. */
  nonce?: string;
}

/**
 * - `invalid_src`: `src` is not an absolute address
 * - `no_client_id`: `clientId` is missing
 * - `invalid_auth`: `auth` is not an object
 * - `insecure_page`: the page or `src` has no `https`, outside of localhost
 * - `already_connected`: the page has connected to another `src` or `clientId` before
 * - `script_blocked`: the browser could not load `src`
 * - `script_failed`: `src` was loaded, and is not the realm's script or threw
 */
export type ConnectErrorName =
  | "invalid_src"
  | "no_client_id"
  | "invalid_auth"
  | "insecure_page"
  | "already_connected"
  | "script_blocked"
  | "script_failed";

/** Why `connectHelpshift` was rejected. */
export class ConnectError extends Error {
  readonly error: ConnectErrorName;
  /** What to do about it, in a sentence. */
  readonly fix: string;
  constructor(error: ConnectErrorName);
}

/**
 * Adds the realm's script to the page, and tells it how to find out who is signed in. Call it as often as you like, for example whenever a component mounts: the script is added once, and the same `auth` again does nothing.
 *
 * Resolves to the script's handle once the script runs. Rejects with a `ConnectError`; after
 * `script_blocked` another call tries again. The events `helpshift-sso:…` report what happens later.
 */
export function connectHelpshift(options: ConnectOptions): Promise<HelpshiftSSOHandle>;
