package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.Profile;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.light.LightweightUserAdapter;

class EligibilityTest {

  private final People keycloak = new People();

  @BeforeEach
  void keycloakWithTransientUsers() {
    Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.TRANSIENT_USERS, true));
  }

  @AfterEach
  void noKeycloak() {
    Profile.reset();
  }

  @Test
  @DisplayName("a person in their own session may have a token")
  void eligible() {
    keycloak.note("other", "note");

    assertThat(new Eligibility(keycloak.person()).ineligible()).isEmpty();
  }

  @Test
  @DisplayName("a disabled user")
  void disabled() {
    when(keycloak.user.isEnabled()).thenReturn(false);

    assertThat(new Eligibility(keycloak.person()).ineligible()).contains(Ineligible.DISABLED_USER);
  }

  @Test
  @DisplayName("a service account: no person")
  void serviceAccount() {
    when(keycloak.user.getServiceAccountClientLink()).thenReturn("client-id");

    assertThat(new Eligibility(keycloak.person()).ineligible())
        .contains(Ineligible.SERVICE_ACCOUNT);
  }

  @Test
  @DisplayName("a transient user")
  void transientUser() {
    LightweightUserAdapter user = mock(LightweightUserAdapter.class);
    when(user.isEnabled()).thenReturn(true);
    when(keycloak.userSession.getUser()).thenReturn(user);

    assertThat(new Eligibility(keycloak.person()).ineligible()).contains(Ineligible.TRANSIENT_USER);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("an impersonated session: an admin, or a client, is not the user")
  @ValueSource(strings = {"IMPERSONATOR_ID", "IMPERSONATOR_CLIENT"})
  void impersonated(String note) {
    keycloak.note(note, "admin");

    assertThat(new Eligibility(keycloak.person()).ineligible()).contains(Ineligible.IMPERSONATED);
  }

  @Test
  @DisplayName("a token that says who acts for its user")
  void actedFor() {
    Person person = Person.signedIn(keycloak.session, keycloak.userSession, true);

    assertThat(new Eligibility(person).ineligible()).contains(Ineligible.IMPERSONATED);
  }

  @Test
  @DisplayName("a session that came from an identity provider's token: its user signed in there")
  void externalExchange() {
    when(keycloak.userSession.getAuthMethod()).thenReturn("external-exchange");

    assertThat(new Eligibility(keycloak.person()).ineligible()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a session that no login began, whatever makes it")
  @ValueSource(
      strings = {
        "impersonate",
        "example-auth",
        "passwd",
        "authorization-grant",
        "client_auth",
        "pre-authorized-code",
        "what is still to come"
      })
  void noLogin(String authMethod) {
    when(keycloak.userSession.getAuthMethod()).thenReturn(authMethod);

    assertThat(new Eligibility(keycloak.person()).ineligible()).contains(Ineligible.NO_LOGIN);
  }

  @Test
  @DisplayName("a session that Keycloak does not keep")
  void transientSession() {
    when(keycloak.userSession.getPersistenceState()).thenReturn(SessionPersistenceState.TRANSIENT);

    assertThat(new Eligibility(keycloak.person()).ineligible())
        .contains(Ineligible.TRANSIENT_SESSION);
  }

  @Test
  @DisplayName("another session makes the request: an admin's tool")
  void foreignSession() {
    UserSessionModel admins = mock(UserSessionModel.class);
    when(admins.getId()).thenReturn("admin's session");
    when(keycloak.context.getUserSession()).thenReturn(admins);

    assertThat(new Eligibility(keycloak.person()).ineligible())
        .contains(Ineligible.FOREIGN_SESSION);
  }

  @Test
  @DisplayName("the same session makes the request")
  void ownSession() {
    when(keycloak.context.getUserSession()).thenReturn(keycloak.userSession);

    assertThat(new Eligibility(keycloak.person()).ineligible()).isEmpty();
  }

  @ParameterizedTest
  @DisplayName("each is said in a sentence")
  @EnumSource(Ineligible.class)
  void words(Ineligible ineligible) {
    assertThat(ineligible.description()).endsWith(".");
  }
}
