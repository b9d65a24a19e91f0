import { Failure, wordsOf } from "./failure.js";

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

  /**
   * Asks for an access token and keeps it. Without `renew` the session must not be prolonged: what would
   * let the adapter renew its token is not called, and the last token is used instead.
   * @param {boolean} renew
   */
  async accessToken(renew) {
    const { source, accessToken: last } = this.#state;
    const get =
      renew || !source?.accessToken
        ? source?.accessToken
        : source.currentToken || (last ? () => last : source.accessToken);
    const token = (await this.#ask(get)) || "";
    if (typeof token !== "string") throw new Failure("auth", "The access token is not a string.");
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
    let given;
    try {
      given = await get?.();
    } catch (e) {
      signal.throwIfAborted();
      throw new Failure("auth", wordsOf(e));
    }
    signal.throwIfAborted();
    if (this.#state.user && get && !given) this.#chat.end("adapter");
    return given;
  }
}
