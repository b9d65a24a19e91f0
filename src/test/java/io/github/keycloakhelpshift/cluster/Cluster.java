package io.github.keycloakhelpshift.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of its own, and Keycloak nodes that share it and find each other through it. All on
 * loopback. Apps know them by one address, as behind a load balancer; tests can also call each of
 * them directly.
 */
final class Cluster implements AutoCloseable {

  private static final String USER = "postgres";

  private final EmbeddedPostgres postgres;
  private final Path directory;
  private final String publicUrl = "http://localhost:" + Deployment.freePort();
  private final List<LocalKeycloak> nodes = new ArrayList<>();

  /**
   * Without nodes yet.
   *
   * @param directory where the nodes' homes and logs go
   */
  Cluster(Path directory) {
    this.directory = directory;
    try {
      this.postgres = EmbeddedPostgres.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One more node with that build of the extension, once it has joined the others. */
  LocalKeycloak addNode(String name, Path extension) {
    LocalKeycloak node =
        LocalKeycloak.start(
            Path.of(System.getProperty("keycloak.home")),
            extension,
            directory.resolve(name),
            deployment());
    nodes.add(node);
    return node;
  }

  /** Takes a node away as an admin does. */
  void removeNode(LocalKeycloak node) {
    node.close();
    nodes.remove(node);
  }

  /** A realm as that node serves it. */
  static TestRealm on(LocalKeycloak node, TestRealm realm) {
    return TestRealm.existing(node, realm.name());
  }

  /** Gets an identity token from a node. */
  static String identityToken(TestRealm node, TokenSet tokens) {
    return node.token()
        .bearer(tokens.access())
        .post()
        .orFail()
        .json()
        .get("identity_token")
        .asText();
  }

  /** Requires that a node signs a token for that user. */
  static void assertToken(String userId, TestRealm node, TokenSet tokens) {
    assertThat(
            Jose.verified(identityToken(node, tokens), RealmTemplate.SECRET)
                .at("/identities/0/value")
                .asText())
        .isEqualTo(userId);
  }

  private Deployment deployment() {
    return new Deployment(
        List.of("--db=postgres"),
        List.of(
            "--cache=ispn",
            "--cache-stack=jdbc-ping",
            "--cache-embedded-network-bind-address=127.0.0.1",
            "--cache-embedded-network-bind-port=" + Deployment.freePort(),
            "--db-url=" + postgres.getJdbcUrl(USER, USER),
            "--db-username=" + USER,
            "--db-password=" + USER,
            "--hostname=" + publicUrl));
  }

  @Override
  public void close() {
    nodes.forEach(LocalKeycloak::close);
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
