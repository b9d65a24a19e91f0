/**
 * The conversations of everybody who used this page. A conversation belongs to the person who began it, even if the config changes later.
 */
class Conversations {
  #all = [];
  #nextFields = {}; // custom issue fields for the next conversation
  #unread = 0;

  all() {
    return this.#all;
  }

  unread() {
    return this.#unread;
  }

  /** The conversation that somebody sees. */
  of(owner) {
    return this.#all.find((one) => one.owner === owner && !one.ended);
  }

  setFields(fields, replace) {
    this.#nextFields = replace ? fields : { ...this.#nextFields, ...fields };
  }

  /** The person writes. Returns the events that Web Chat fires. */
  write(owner, originalState, body, tags) {
    let conversation = this.of(owner);
    const events = [["messageAdd", { type: "text", body }]];
    if (!conversation) {
      conversation = {
        owner, originalState, tags, pageUrl: location.href, messages: [], ended: false,
        customIssueFields: structuredClone(this.#nextFields),
      };
      this.#all.push(conversation);
      events.unshift(["conversationStart", { message: body }]);
    }
    conversation.messages.push({ from: "user", body });
    return events;
  }

  /** An agent writes: read at once if the chat is open. */
  answer(owner, body, open) {
    const conversation = this.of(owner);
    if (!conversation) return [];
    conversation.messages.push({ from: "agent", body, read: open });
    if (!open) return [["newUnreadMessages", { unreadCount: ++this.#unread }]];
    return [["agentMessageReceived", this.#message(conversation, body)]];
  }

  /** The chat was opened. */
  read(owner) {
    this.#unread = 0;
    const conversation = this.of(owner);
    const unread = (conversation?.messages || []).filter((message) => message.read === false);
    for (const message of unread) message.read = true;
    return unread.map(({ body }) => ["agentMessageReceived", this.#message(conversation, body)]);
  }

  end(owner) {
    const conversation = this.of(owner);
    if (!conversation) return [];
    conversation.ended = true;
    return [["conversationEnd", undefined]];
  }

  /** They are never fetched again. */
  deleteOf(owner) {
    this.#all = this.#all.filter((one) => one.owner !== owner);
  }

  #message(conversation, body) {
    return { body, publishId: String(this.#all.indexOf(conversation) + 1), createdTs: Date.now() };
  }
}
