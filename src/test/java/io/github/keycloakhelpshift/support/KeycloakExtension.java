package io.github.keycloakhelpshift.support;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link KeycloakServer}: one for all test classes of a JVM, started by the first
 * that asks. It also says when tests begin and end, so that unchanged realms can be used again.
 */
public final class KeycloakExtension
    implements ParameterResolver, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  /** The system property that says where that server runs: on this machine, if it is not set. */
  public static final String KIND = "keycloak.kind";

  /** In a container. */
  public static final String IN_CONTAINER = "container";

  /** The system property with more options for the start of every server. */
  static final String OPTIONS = "keycloak.options";

  @Override
  public void beforeEach(ExtensionContext test) {
    RealmPool.testBegins();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    RealmPool.testEnds();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    RealmPool.classEnds();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == KeycloakServer.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    // JUnit closes it after this JVM's last test class.
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(KeycloakExtension.class))
        .getOrComputeIfAbsent(KeycloakServer.class, key -> start(), KeycloakServer.class);
  }

  /**
   * Starts one more, deployed like that, for a test to close.
   *
   * @param directory the name of the folder where its home and log go
   */
  public static LocalKeycloak startAnother(String directory, Deployment deployment) {
    Path extension = path("extension.jar");
    return LocalKeycloak.start(
        path("keycloak.home"), extension, extension.resolveSibling(directory), deployment);
  }

  /**
   * Whether the server keeps user sessions in its caches, as Keycloak does by default up to 26.7.
   */
  public static boolean cachesSessions() {
    return !System.getProperty(OPTIONS, "")
        .contains("--spi-user-sessions--infinispan--use-caches=false");
  }

  private static KeycloakServer start() {
    Path extension = path("extension.jar");
    if (IN_CONTAINER.equals(System.getProperty(KIND))) {
      return ContainerKeycloak.start(
          property("keycloak.test.version"),
          extension,
          extension.resolveSibling("keycloak-container"));
    }
    return LocalKeycloak.start(
        path("keycloak.home"),
        extension,
        extension.resolveSibling("keycloak-it-" + property("test.fork")),
        Deployment.usual());
  }

  private static Path path(String property) {
    return Path.of(property(property));
  }

  private static String property(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException(
          "The system property %s is not set: run this test by mvn verify".formatted(property));
    }
    return value;
  }
}
