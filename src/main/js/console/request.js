import { UnreachableError } from "./errors.js";

/**
 * Sends a request without cookies. Its answer is never taken from a cache.
 *
 * @param {string} address
 * @param {RequestInit} options
 */
export async function request(address, options) {
  try {
    return await fetch(address, { ...options, credentials: "omit", cache: "no-store" });
  } catch (cause) {
    throw new UnreachableError("no answer", { cause });
  }
}
