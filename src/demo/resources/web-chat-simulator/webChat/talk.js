// ---- Conversations

const owner = () => state.user.id || state.user.uid || state.user.email;
const mayWrite = () => ["anonymous", "user"].includes(state.user.kind) && !state.pending;
const fireAll = (events) => {
  for (const [name, data] of events) fire(name, data);
  render();
};

const write = (text) => {
  if (!mayWrite()) return log("Nobody can write now");
  const originalState = state.user.kind === "user" ? "logged-in" : "anonymous";
  fireAll(conversations.write(owner(), originalState, text, snapshot.tags || []));
};
const answer = (text) => fireAll(conversations.answer(owner(), text, state.open));
const endConversation = () => fireAll(conversations.end(owner()));

/** initiateChatOnLoad, where there is no conversation. Assumed: without a message it is an empty one. */
const initiate = () => {
  if (snapshot.initiateChatOnLoad === true && mayWrite() && !conversations.of(owner()))
    write(snapshot.initialUserMessage || initialUserMessage);
};
let initialUserMessage = "";
const setInitialUserMessage = (text) => {
  if (typeof text !== "string") return violation("setInitialUserMessage needs a string");
  initialUserMessage = text;
};

/** Somebody follows the link in an email about the newest conversation of this page. */
const followEmail = () => {
  const conversation = conversations.all().at(-1);
  if (!conversation) return log("There is no conversation that an email could be about");
  if (conversation.owner === owner()) return setOpen(true);
  const { originalState, pageUrl } = conversation;
  log("userChanged: " + originalState);
  fire("userChanged", { originalState, pageUrl });
};

const setIssueFields = async (fields, replace) => {
  const copy = structuredClone(fields);
  conversations.setFields(copy, replace);
  await frameReady;
  (await ask("issue-fields", copy)).forEach(violation);
};
