/** @import { AdminApi } from "./admin-api.js" */
/** @import { UserProfile } from "./types" */

/** The realm's login settings say who can change these, not the profile. */
const BUILT_IN = ["username", "email"];

/**
 * The problem of an attribute that the profile does not declare, by what the realm does with such attributes.
 *
 * @type {Record<string, "none" | "editable">}
 */
const UNDECLARED = { ENABLED: "editable", ADMIN_EDIT: "none", ADMIN_VIEW: "none" };

/**
 * Returns the sources to choose from. Others can be typed.
 *
 * @param {UserProfile} profile
 * @param {{ alias: string }[]} providers
 */
export function sourcesOf({ attributes = [] }, providers) {
  return ["id", "none", ...attributes.map(({ name }) => name), ...providers.map(({ alias }) => `idp:${alias}`)];
}

/**
 * Returns the problem of a source in the user profile.
 *
 * @param {string} source
 * @param {UserProfile} profile
 * @returns {"none" | "editable" | "undeclared"}
 */
export function problemOf(source, profile) {
  if (!isAttribute(source) || BUILT_IN.includes(source)) return "none";
  const attribute = profile.attributes?.find(({ name }) => name === source);
  if (!attribute) return UNDECLARED[profile.unmanagedAttributePolicy ?? ""] ?? "undeclared";
  return attribute.permissions?.edit?.includes("user") ? "editable" : "none";
}

/**
 * Whether the profile declares an attribute that differs from the source only in case or separators. That one was
 * meant, so another one should not be declared.
 *
 * @param {string} source
 * @param {UserProfile} profile
 */
export function isMisspelt(source, profile) {
  return (profile.attributes ?? []).some(({ name }) => name !== source && plain(name) === plain(source));
}

/** @param {string} name */
function plain(name) {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * The user profile in which only admins edit that attribute.
 *
 * @param {string} name
 * @param {UserProfile} profile
 * @returns {UserProfile}
 */
export function forAdminsOnly(name, profile) {
  const attributes = profile.attributes ?? [];
  const declared = attributes.find((attribute) => attribute.name === name);
  if (!declared) {
    const permissions = { view: ["admin"], edit: ["admin"] };
    return { ...profile, attributes: [...attributes, { name, permissions, multivalued: false }] };
  }
  const changed = { ...declared, permissions: { ...declared.permissions, edit: ["admin"] } };
  return { ...profile, attributes: attributes.map((attribute) => (attribute === declared ? changed : attribute)) };
}

/**
 * Saves the user profile, in which only admins edit that attribute from now on.
 *
 * @param {AdminApi} api
 * @param {string} name
 * @returns {Promise<UserProfile>} as it is saved
 */
export async function letAdminsOnlyEdit(api, name) {
  return (await api.put("/users/profile", forAdminsOnly(name, await api.get("/users/profile")))).body;
}

/** @param {string} source */
function isAttribute(source) {
  return source !== "" && !["id", "none"].includes(source) && !/^(idp|note):/.test(source);
}
