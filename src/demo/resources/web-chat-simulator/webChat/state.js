// Replaces Helpshift's webChat.js in tests and in the demo. It keeps the contract strictly:
// what the contract doesn't allow is a violation, which the panel shows and tests assert on.
// Nothing of Helpshift's is in here. Where the contract is silent, a comment says what was assumed.
// The simulator's server puts the files of this folder one after another, in one function: they
// share their names. HelpshiftSimulator has the order.

const LOGIN_MS = 5000;
const BATCH_MS = 300; // assumed: Web Chat batches, the length of a batch is nowhere said
const CALLS_A_MINUTE = 10; // assumed: "rate-limiting restrictions", no number is published
const MAX_KEYS = 100;
const MAX_CHARS = 1000;
const EVENTS = [
  "onLoginRequest", "onWebChatRuntimeError", "userAuthFailure", "newUnreadMessages", "userChanged", "widgetToggle",
  "conversationStart", "messageAdd", "csatSubmit", "conversationEnd", "conversationRejected",
  "conversationResolved", "conversationReopened", "agentMessageReceived", "userClickOnAction", "chatEnd",
];
const ANONYMOUS = "web-chat-simulator:anonymous";
const POSITIONS = ["bottom-right", "bottom-left", "top-left", "top-right"];
const USER_KEYS = ["userId", "userEmail", "userName", "userAuthToken"];

const home = new URL(".", document.currentScript.src);
const waiting = window.Helpshift?.q;
const listeners = new Map(EVENTS.map((name) => [name, new Set()]));

let config; // the object that was there at init: to be changed in place only
let snapshot = {}; // what it said at init or at the last updateHelpshiftConfig
let unjudged = []; // configs that the server has not judged yet
let frame;
let port;
let frameReady;
let round = 0; // a login request of an earlier round is void
let request; // the login request that Helpshift waits for
let batch = [];
let rpc = 0;
const answers = new Map();
const conversations = new Conversations();

const state = {
  initialised: false,
  frame: "none", // none, loading, ready
  hidden: false,
  open: false,
  expired: false,
  pending: false,
  user: { kind: "none" },
  config: {},
  fullPrivacy: false, // as at init: it is not read later
  conversation: null, // the one that the user sees
  conversations: [],
  unread: 0,
  globalData: {},
  appData: {},
  tags: [],
  loginRequests: 0,
  updates: 0,
  lostUpdates: 0,
  duplicateIdentities: [], // the identifiers of those that Helpshift has more than once now
  calls: [],
  errors: [],
  violations: [],
  log: [],
};

const at = () => new Date().toISOString().slice(11, 23);
const log = (text) => {
  state.log.push({ at: at(), text });
  if (state.log.length > 200) state.log.shift();
  render();
};
const violation = (text) => {
  state.violations.push(text);
  log("Violation: " + text);
  console.warn("Web Chat simulator: " + text);
};
const render = () => port?.postMessage({ render: snapshotOfState() });
const snapshotOfState = () =>
  structuredClone({
    ...state,
    conversation: conversations.of(owner()) || null,
    conversations: conversations.all(),
    unread: conversations.unread(),
  });

const fire = (name, data) => [...listeners.get(name)].map((listener) => Promise.resolve().then(() => listener(data)));
const runtimeError = (error, reason, details) => {
  state.errors.push({ at: at(), error, reason, details });
  log(error + ": " + reason);
  for (const handled of fire("onWebChatRuntimeError", { error, reason, ...(details && { details }) }))
    handled.catch((e) => violation("a listener of onWebChatRuntimeError failed: " + e));
};
