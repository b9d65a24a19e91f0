// ---- Identities and user data

const minutes = new Map();
const rate = (name) => {
  const now = Date.now();
  const recent = (minutes.get(name) || []).filter((time) => now - time < 60000);
  minutes.set(name, [...recent, now]);
  if (recent.length >= CALLS_A_MINUTE) violation("rate limit: " + name + " was called over " + CALLS_A_MINUTE + " times in a minute");
};

const addUserIdentities = async (jwt) => {
  rate("addUserIdentities");
  const failed = (reason, details) => runtimeError("ADD_USER_IDENTITY_FAILED", reason, details);
  if (!byIdentities()) return failed("AUTHENTICATE_WITH_FIELD_INCORRECT");
  if (typeof jwt !== "string")
    return failed("JWT_IS_INVALID", { expectedDataType: "string", receivedDataType: Array.isArray(jwt) ? "array" : typeof jwt });
  const payload = parse(jwt);
  if (!payload) return failed("JWT_IS_INVALID");
  if (state.user.kind !== "user") return log("addUserIdentities has no effect: nobody is logged in");
  const mine = round;
  const verdict = await ask("identities", { platformId: snapshot.platformId, token: jwt, user: owner() });
  if (mine !== round) return;
  if (!verdict.ok) return runtimeError("IDENTITY_PROFILE_UPDATE_FAILED", verdict.reason, verdict.details);
  // "Only once for a unique set of identities", in any tab: Helpshift does not remove duplicates.
  state.duplicateIdentities.push(...verdict.duplicates);
  if (verdict.duplicates.length)
    violation("addUserIdentities brought identities that Helpshift has already: " + verdict.duplicates);
  const known = new Map([...state.user.identities, ...payload.identities].map((one) => [one.identifier + "\n" + one.value, one]));
  state.user.identities = [...known.values()];
  log("Identities added");
};

const updateData = (kind, data) => {
  const call = kind === "global" ? "updateGlobalUserData" : "updateAppUserData";
  rate(call);
  const failed = (reason, details) =>
    runtimeError(kind === "global" ? "UPDATE_GLOBAL_USER_DATA_FAILED" : "UPDATE_APP_USER_DATA_FAILED", reason, details);
  if (!byIdentities()) return failed("AUTHENTICATE_WITH_FIELD_INCORRECT");
  if (!data || typeof data !== "object" || Array.isArray(data)) return violation(call + " needs an object");
  if (!Object.keys(data).length) violation(call + " with no field");
  // Assumed: custom fields count as keys of the update.
  const pairs = Object.entries(data).flatMap(([name, value]) =>
    name === "custom_user_fields" && value && typeof value === "object" ? Object.entries(value) : [[name, value]]);
  if (pairs.length > MAX_KEYS)
    return failed("MAX_KEY_VALUES_LIMIT_EXCEEDED", { receivedTotalKeys: pairs.length, maxKeysAllowed: MAX_KEYS });
  const long = (text) => String(text).length > MAX_CHARS;
  const invalidKeys = pairs.filter(([name]) => long(name)).map(([name]) => name);
  const invalidValues = pairs.filter(([, value]) => (Array.isArray(value) ? value.some(long) : long(value))).map(([name]) => name);
  if (invalidKeys.length || invalidValues.length) return failed("MAX_KEY_VALUES_CHAR_LIMIT_EXCEEDED", { invalidKeys, invalidValues });
  batch.push({ kind, data });
  if (batch.length === 1) setTimeout(flush, BATCH_MS);
};

const flush = async () => {
  const mine = round;
  const sent = batch;
  batch = [];
  if (!port) return;
  for (const { kind, data } of sent) {
    const verdict = await ask("profile", { platformId: snapshot.platformId, kind, data });
    if (mine !== round) return;
    if (!verdict.ok) {
      runtimeError("IDENTITY_PROFILE_UPDATE_FAILED", verdict.reason, verdict.details);
      continue;
    }
    state.updates++;
    const { new_tags = [], tags_to_remove = [], reset_tags, ...fields } = data;
    if (reset_tags) state.tags = [...reset_tags];
    state.tags = [...new Set([...state.tags, ...new_tags])].filter((tag) => !tags_to_remove.includes(tag));
    Object.assign(kind === "global" ? state.globalData : state.appData, fields);
    log("User data updated (" + kind + ")");
  }
};
