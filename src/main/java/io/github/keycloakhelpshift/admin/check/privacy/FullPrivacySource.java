package io.github.keycloakhelpshift.admin.check.privacy;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * Finds a source of full privacy that can't be true and false, or that the wrong people can write.
 */
public record FullPrivacySource(CheckedRealm realm) implements Rule {

  private static final Set<String> NEVER_BOOLEAN =
      Set.of(
          UserModel.USERNAME,
          UserModel.EMAIL,
          UserModel.FIRST_NAME,
          UserModel.LAST_NAME,
          UserModel.LOCALE);

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(
            layer ->
                layer.values().fullPrivacy().source().stream()
                    .flatMap(
                        source ->
                            code(source).stream()
                                .map(
                                    code ->
                                        Finding.of(
                                            code,
                                            layer.place(Setting.FULL_PRIVACY.key()),
                                            source))));
  }

  private Optional<Code> code(Source source) {
    return switch (source.kind()) {
      case ID, IDENTITY_PROVIDER -> Optional.of(Code.FULL_PRIVACY_FOR_ALL);
      case NOTE -> Optional.of(Code.FULL_PRIVACY_FROM_NOTE);
      case ATTRIBUTE ->
          NEVER_BOOLEAN.contains(source.name())
              ? Optional.of(Code.FULL_PRIVACY_FOR_ALL)
              : Optional.of(Code.FULL_PRIVACY_USER_EDITABLE)
                  .filter(code -> realm.sources().isUserEditable(source));
      case NONE -> Optional.empty();
    };
  }
}
