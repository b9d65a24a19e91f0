package io.github.keycloakhelpshift.benchmark;

/** What counts the answers to requests. */
interface Answers {

  /** A good answer, after so many nanoseconds. */
  void answered(long duration);

  /** Another answer; 0 stands for none. */
  void failed(int status);
}
