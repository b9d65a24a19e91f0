package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.access.AdminResponses;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** {@code check}: what is wrong with the set-up, and how many of each severity. */
public final class CheckEndpoint {

  private final KeycloakSession session;
  private final RealmModel realm;

  public CheckEndpoint(KeycloakSession session, RealmModel realm) {
    this.session = session;
    this.realm = realm;
  }

  public Response get() {
    List<Finding> findings = Check.runAll(CheckedRealm.of(session, realm));
    Map<String, Object> body = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      body.put(
          severity.name().toLowerCase(Locale.ROOT) + "s",
          findings.stream().filter(finding -> finding.rule().severity() == severity).count());
    }
    body.put("findings", findings.stream().map(Finding::toMap).toList());
    return AdminResponses.json(body);
  }
}
