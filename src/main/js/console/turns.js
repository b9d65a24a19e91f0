/** Tells the last of several calls from those before it, whose answers may come later. */
export class Turns {
  #last = 0;

  /** Begins a turn. Returns a function that says whether no other has begun since. */
  begin() {
    const turn = ++this.#last;
    return () => turn === this.#last;
  }
}
