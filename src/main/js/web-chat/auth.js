/** Asks the page's adapter who is signed in. */
export class Auth {
  #state;
  #chat;

  /**
   * @param {import("./state.js").State} state
   * @param {import("./chat.js").Chat} chat
   */
  constructor(state, chat) {
    this.#state = state;
    this.#chat = chat;
  }

  /** Asks for an access token and keeps it. */
  async accessToken() {
    const token = (await this.#ask(this.#state.source?.accessToken)) || "";
    return (this.#state.accessToken = token);
  }

  /** Asks for an identity token of the page's own server. */
  identityToken() {
    return this.#ask(this.#state.source?.identityToken);
  }

  /**
   * If the adapter says that nobody is signed in, the chat ends without a request.
   * @param {(() => any) | undefined} get
   */
  async #ask(get) {
    const { signal } = this.#state.generation;
    const given = await get?.();
    signal.throwIfAborted();
    if (this.#state.user && get && !given) this.#chat.end("adapter");
    return given;
  }
}
