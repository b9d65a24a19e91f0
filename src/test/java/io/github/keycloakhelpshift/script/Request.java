package io.github.keycloakhelpshift.script;

/** A request that the stub was sent, for tests to look at. */
record Request(
    String method,
    String endpoint,
    String query,
    String origin,
    String authorization,
    String cookie,
    String body) {}
