package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminView;
import io.github.keycloakhelpshift.admin.check.realm.MappedSources;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.IdentityMapping;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.LeftOut;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.Person;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The preview of a user's token. The same code makes it that makes tokens, but it is never signed.
 * If the user can't have a token, the preview says why, and still shows what it can. Values that
 * the user profile hides from admins are in the token but not in the preview.
 */
final class Preview {

  private static final String IDENTIFIER = "identifier";
  private static final String SOURCE = "source";

  private Preview() {}

  static Map<String, Object> of(
      KeycloakSession session, RealmModel realm, UserModel user, ClientSettings layer) {
    SettingsReader.Result read = layer.read();
    HelpshiftSettings settings = read.settings();
    Person person = AdminView.of(session, realm, user);
    HelpshiftUser seen = new HelpshiftUser(person, settings);
    MappedIdentities mapped = seen.loginIdentities();
    ReasonTexts texts = new ReasonTexts(AdminMessages.languageOrEnglish(session));
    List<Map<String, Object>> refused = new ArrayList<>();
    addRefusals(session, realm, user, layer, read, refused);

    Map<String, Object> preview = new LinkedHashMap<>();
    preview.put("user_id", user.getId());
    layer.clientId().ifPresent(clientId -> preview.put("client_id", clientId));
    preview.put("would_be_signed", refused.isEmpty());
    texts.translate(refused);
    preview.put("refused", refused);
    preview.put("login", settings.login().text());
    if (settings.login() == LoginMethod.USER_AUTH_TOKEN) {
      verifiedUser(seen).ifPresent(verified -> preview.put("verified_user", verified));
    } else {
      payload(seen).ifPresent(payload -> preview.put("payload", payload));
    }
    preview.put("full_privacy_enabled", mapped.fullPrivacy());
    MappedUserData userData = seen.userData(UserDataRecipient.USER);
    preview.put("user_data", UserDataRepresentation.of(userData));
    preview.put("sources", sources(settings, layer));
    List<Map<String, Object>> leftOut = new ArrayList<>();
    mapped.leftOut().forEach(one -> leftOut.add(leftOut(one, settings)));
    if (!mapped.fullPrivacy()) {
      mapped.identities().forEach(one -> addHiddenMetadata(person, one.type(), settings, leftOut));
    }
    texts.translate(leftOut);
    preview.put("left_out", leftOut);
    preview.put(
        "user_data_left_out",
        Stream.concat(userData.leftOut().stream(), serverOnly(settings, layer)).toList());
    return preview;
  }

  private static void addRefusals(
      KeycloakSession session,
      RealmModel realm,
      UserModel user,
      ClientSettings layer,
      SettingsReader.Result read,
      List<Map<String, Object>> refused) {
    try {
      // The token would contain the hidden values, so they count here.
      HelpshiftUser signed =
          new HelpshiftUser(Person.seenBy(any -> true, session, realm, user), read.settings());
      if (read.settings().login() == LoginMethod.USER_AUTH_TOKEN) {
        signed.shownVerifiedUser();
      } else {
        signed.payload();
      }
    } catch (InvalidIdentityException e) {
      refused.add(refusal(e.violation().name(), e.getMessage()));
    }
    if (!layer.optedIn()) {
      refused.add(
          refusal(
              "CLIENT_NOT_OPTED_IN",
              "the client has no mapper 'Helpshift identity token', of its own or in a client"
                  + " scope"));
    }
    new HelpshiftUser(AdminView.of(session, realm, user), read.settings())
        .ineligible()
        .ifPresent(why -> refused.add(refusal(why.name(), why.description())));
    read.problems().stream()
        .filter(SettingProblem::fatal)
        .forEach(
            problem ->
                refused.add(
                    refusal(
                        "SETTING_INVALID",
                        problem.text(AdminMessages.languageOrEnglish(session)))));
    try {
      SharedSecrets.find(session, realm, read.settings());
    } catch (MissingSecretException e) {
      refused.add(refusal("SECRET_UNUSABLE", e.getMessage()));
    }
  }

  private static Optional<IdentityTokenPayload> payload(HelpshiftUser user) {
    try {
      return Optional.of(user.payload());
    } catch (InvalidIdentityException e) {
      return Optional.empty();
    }
  }

  private static Optional<VerifiedUserRepresentation> verifiedUser(HelpshiftUser user) {
    try {
      return Optional.of(VerifiedUserRepresentation.of(user.shownVerifiedUser()));
    } catch (InvalidIdentityException e) {
      return Optional.empty();
    }
  }

  /** Returns the fields that are not shown because no page gets them, each with that reason. */
  private static Stream<String> serverOnly(HelpshiftSettings settings, ClientSettings layer) {
    return settings.serverOnly().stream()
        .filter(field -> layer.isSet(Setting.userDataKey(field.scope(), field.name())))
        .map(field -> field + " is server only: only the bulk export has it")
        .sorted();
  }

  /** Returns the sources by the key of the setting, with the layer that sets them. */
  private static Map<String, Object> sources(HelpshiftSettings settings, ClientSettings layer) {
    Map<String, Object> sources = new LinkedHashMap<>();
    MappedSources.of(settings)
        .forEach(
            (key, source) ->
                sources.put(key, Map.of(SOURCE, source.toString(), "said_by", layer.saidBy(key))));
    return sources;
  }

  private static Map<String, Object> leftOut(LeftOut one, HelpshiftSettings settings) {
    IdentityType type = one.type();
    Source source =
        Optional.ofNullable(settings.identities().get(type))
            .map(IdentityMapping::value)
            .orElseThrow();
    boolean note = source.kind() == Source.Kind.NOTE && one.reason().equals(LeftOut.ABSENT);
    return leftOut(
        type,
        Optional.empty(),
        source,
        one.reason(),
        note ? "a session note: known only while the user is signed in" : one.description());
  }

  /** Returns what is left out: an identity, or a metadata entry of an identity that is sent. */
  private static Map<String, Object> leftOut(
      IdentityType type,
      Optional<String> metadataKey,
      Source source,
      String reason,
      String description) {
    Map<String, Object> leftOut = new LinkedHashMap<>();
    leftOut.put(IDENTIFIER, type.identifier());
    metadataKey.ifPresent(key -> leftOut.put("metadata", key));
    leftOut.put(SOURCE, source.toString());
    leftOut.put(ReasonTexts.REASON, reason);
    leftOut.put(ReasonTexts.DESCRIPTION, description);
    return leftOut;
  }

  private static void addHiddenMetadata(
      Person person,
      IdentityType type,
      HelpshiftSettings settings,
      List<Map<String, Object>> leftOut) {
    settings
        .identities()
        .get(type)
        .metadata()
        .forEach(
            (key, source) -> {
              if (person.isHidden(source)) {
                leftOut.add(
                    leftOut(type, Optional.of(key), source, LeftOut.HIDDEN, LeftOut.HIDING));
              }
            });
  }

  private static Map<String, Object> refusal(String reason, String description) {
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put(ReasonTexts.REASON, reason);
    refusal.put(ReasonTexts.DESCRIPTION, description);
    return refusal;
  }
}
