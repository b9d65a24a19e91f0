package io.github.keycloakhelpshift.user;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.LoginProtocolFactory;

/** A signed-in person for tests, made up of what Keycloak would answer. */
final class People {

  final KeycloakSession session = mock(KeycloakSession.class);
  final RealmModel realm = mock(RealmModel.class);
  final UserModel user = mock(UserModel.class);
  final UserSessionModel userSession = mock(UserSessionModel.class);
  final KeycloakContext context = mock(KeycloakContext.class);
  private final KeycloakSessionFactory sessions = mock(KeycloakSessionFactory.class);
  private final UserProvider users = mock(UserProvider.class);

  People() {
    when(session.users()).thenReturn(users);
    when(session.getContext()).thenReturn(context);
    when(session.getKeycloakSessionFactory()).thenReturn(sessions);
    when(sessions.getProviderFactory(LoginProtocol.class, "openid-connect"))
        .thenReturn(mock(LoginProtocolFactory.class));
    when(userSession.getId()).thenReturn("session");
    when(userSession.getAuthMethod()).thenReturn("openid-connect");
    when(userSession.getUser()).thenReturn(user);
    when(userSession.getRealm()).thenReturn(realm);
    when(user.getId()).thenReturn("8f1c");
    when(user.isEnabled()).thenReturn(true);
    when(user.getGroupsStream()).thenAnswer(call -> Stream.empty());
  }

  People attribute(String name, String value, String... others) {
    when(user.getFirstAttribute(name)).thenReturn(value);
    when(user.getAttributeStream(name))
        .thenAnswer(call -> Stream.concat(Stream.ofNullable(value), Stream.of(others)));
    return this;
  }

  People email(String address, boolean verified) {
    when(user.getEmail()).thenReturn(address);
    when(user.isEmailVerified()).thenReturn(verified);
    return attribute("email", address);
  }

  People note(String name, String value) {
    when(userSession.getNote(name)).thenReturn(value);
    return this;
  }

  People link(String alias, String userId) {
    when(users.getFederatedIdentity(realm, user, alias))
        .thenReturn(new FederatedIdentityModel(alias, userId, "name-at-" + alias));
    return this;
  }

  Person person() {
    return Person.signedIn(session, userSession);
  }

  /** Whose attributes of these names are hidden. */
  Person hiding(String... names) {
    return new Person(
        session,
        realm,
        user,
        Optional.of(userSession),
        false,
        attribute -> !Set.of(names).contains(attribute));
  }

  Person withoutSession() {
    return Person.seenBy(attribute -> true, session, realm, user);
  }

  UserProvider users() {
    return users;
  }
}
