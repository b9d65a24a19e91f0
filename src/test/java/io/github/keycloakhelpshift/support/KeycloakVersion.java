package io.github.keycloakhelpshift.support;

import java.lang.module.ModuleDescriptor.Version;

/** The version of the Keycloak that the tests run on. */
public final class KeycloakVersion {

  private static final Version TESTED = Version.parse(System.getProperty("keycloak.test.version"));

  private KeycloakVersion() {}

  public static boolean isAtLeast(String version) {
    return TESTED.compareTo(Version.parse(version)) >= 0;
  }
}
