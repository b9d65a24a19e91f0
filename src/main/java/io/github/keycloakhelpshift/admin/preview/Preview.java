package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminView;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.Person;
import io.github.keycloakhelpshift.user.UserDataRepresentation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * The preview of a user's token. The same code makes it that makes tokens, but it is never signed.
 * If the user can't have a token, the preview says why, and still shows what it can. Values that
 * the user profile hides from admins are in the token but not in the preview.
 *
 * @param client the settings that count
 * @param read the same, typed
 */
record Preview(
    KeycloakSession session, UserModel user, ClientSettings client, SettingsReader.Result read) {

  PreviewRepresentation representation() {
    HelpshiftSettings settings = read.settings();
    ReasonTexts texts = new ReasonTexts(new AdminMessages(session).languageOrEnglish());
    Person person = new AdminView(session, user).person();
    HelpshiftUser signed =
        new HelpshiftUser(Person.seenBy(any -> true, session, person.realm(), user), settings);
    List<ReasonRepresentation> refused = new Refusals(session, signed, client, read, texts).all();
    HelpshiftUser seen = new HelpshiftUser(person, settings);
    MappedIdentities mapped = seen.loginIdentities();
    MappedUserData userData = seen.userData(UserDataRecipient.USER);
    boolean verified = settings.login() == LoginMethod.USER_AUTH_TOKEN;
    return new PreviewRepresentation(
        user.getId(),
        client.clientId(),
        refused.isEmpty(),
        refused,
        settings.login().text(),
        verified
            ? valid(seen::shownVerifiedUser).map(VerifiedUserRepresentation::new)
            : Optional.empty(),
        verified ? Optional.empty() : valid(seen::payload),
        mapped.fullPrivacy(),
        new UserDataRepresentation(userData),
        sources(settings),
        new LeftOuts(person, settings, texts).of(mapped),
        Stream.of(
                userData.leftOut().stream(),
                verified ? seen.userNameLeftOut().stream() : Stream.<Reason>empty(),
                serverOnly(settings))
            .flatMap(reasons -> reasons)
            .map(reason -> reason.text(texts.language()))
            .toList());
  }

  /** Returns what a user would have; empty if they can't have it: then it is refused. */
  private static <T> Optional<T> valid(Supplier<T> content) {
    try {
      return Optional.of(content.get());
    } catch (InvalidIdentityException e) {
      return Optional.empty();
    }
  }

  /** Returns the fields that are not shown because no page gets them, each with that reason. */
  private Stream<Reason> serverOnly(HelpshiftSettings settings) {
    return settings.serverOnly().stream()
        .filter(field -> client.isSet(Setting.userDataKey(field.scope(), field.name())))
        .map(UserDataField::toString)
        .sorted()
        .map(field -> Reason.of("%s is server only: only the bulk export has it", field));
  }

  private Map<String, SourceRepresentation> sources(HelpshiftSettings settings) {
    Map<String, SourceRepresentation> sources = new LinkedHashMap<>();
    settings
        .sources()
        .forEach(
            (key, source) ->
                sources.put(key, new SourceRepresentation(source.toString(), client.saidBy(key))));
    return sources;
  }
}
