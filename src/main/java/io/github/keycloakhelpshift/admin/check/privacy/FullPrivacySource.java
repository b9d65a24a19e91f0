package io.github.keycloakhelpshift.admin.check.privacy;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * Finds a source of full privacy that can't be true and false, or that the wrong people can write.
 */
public record FullPrivacySource(CheckedRealm realm) implements LayerRule {

  private static final Set<String> NEVER_BOOLEAN =
      Set.of(
          UserModel.USERNAME,
          UserModel.EMAIL,
          UserModel.FIRST_NAME,
          UserModel.LAST_NAME,
          UserModel.LOCALE);

  @Override
  public Stream<Finding> findings(Layer layer) {
    return layer.values().fullPrivacy().source().stream()
        .flatMap(
            source ->
                code(source)
                    .map(code -> layer.finding(code, Setting.FULL_PRIVACY.key(), source))
                    .stream());
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
