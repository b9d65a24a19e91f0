// ---- Who is there

const ids = () => ({ userId: snapshot.userId || undefined, userEmail: snapshot.userEmail || undefined });
const byIdentities = () => snapshot.authenticateWith === "identities";

const readConfig = () => {
  if (window.helpshiftConfig !== config) {
    violation("helpshiftConfig was replaced, not changed in place");
    config = window.helpshiftConfig;
  }
  snapshot = structuredClone({ ...config });
  state.config = snapshot;
  unjudged.push(snapshot);
  // Assumed: turned off later, it also stays as it was.
  if (state.initialised && snapshot.fullPrivacy === true && !state.fullPrivacy)
    violation("fullPrivacy was turned on after init, when Web Chat does not read it");
};

const judgeConfigs = async () => {
  while (unjudged.length) {
    const violations = await ask("config", unjudged[0]);
    unjudged.shift();
    violations.forEach(violation);
  }
};

const start = async () => {
  const mine = ++round;
  request = undefined;
  state.pending = state.expired = false;
  await (frameReady = loadFrame());
  if (mine !== round) return;
  await judgeConfigs();
  if (mine !== round) return;
  const known = await ask("start", { platformId: snapshot.platformId, domain: snapshot.domain });
  if (mine !== round) return;
  if (!known.ok) violation(known.reason);
  const { userId, userEmail } = ids();
  if (!userId && !userEmail) anonymous();
  else if (byIdentities()) return requestLogin();
  else if (known.legacy) await verify(mine);
  else {
    violation('there are ids, but authenticateWith is not "identities"');
    anonymous();
  }
  if (mine === round) initiate();
};

/** The way of domains without User Hub. */
const verify = async (mine) => {
  const { platformId, userId = "", userEmail = "", userName = "", userAuthToken = "" } = snapshot;
  const { fullPrivacy } = state;
  const verdict = await ask("verify", { platformId, userId, userEmail, userAuthToken, fullPrivacy });
  if (mine !== round) return;
  if (!verdict.ok) {
    state.user = { kind: "unverified" };
    size();
    log("userAuthFailure: " + verdict.reason);
    fire("userAuthFailure", { message: verdict.reason });
    return;
  }
  if (snapshot.clearAnonymousUserOnLogin) clearAnonymous();
  // Under full privacy Helpshift uses neither the name nor the email.
  if (fullPrivacy && !userId) return anonymous();
  state.user = fullPrivacy
    ? { kind: "user", uid: userId, email: "", name: "", identities: [], fullPrivacy }
    : { kind: "user", uid: userId, email: userEmail, name: userName, identities: [], fullPrivacy };
  size();
  log("Verified");
};

// In the page's own storage: browsers that block third-party storage deny it to the frame.
let remembered;
const remember = (id) => {
  remembered = id;
  try {
    if (id) localStorage.setItem(ANONYMOUS, id);
    else localStorage.removeItem(ANONYMOUS);
  } catch {
    log("No local storage: Web Chat itself would not work");
  }
};
const clearAnonymous = () => {
  if (remembered) conversations.deleteOf(remembered);
  remember();
};
const anonymous = () => {
  try {
    remembered = localStorage.getItem(ANONYMOUS) || remembered;
  } catch {
    // As remember says.
  }
  const id = remembered || "anon-" + crypto.getRandomValues(new Uint32Array(1))[0].toString(36);
  remember(id);
  state.user = { kind: "anonymous", id };
  size();
  log("Anonymous user " + id);
};
