package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Tag;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.ModelToRepresentation;

/** Finds tags for roles and groups that do not exist. */
public record UnknownTags(CheckedRealm realm) implements LayerRule {

  /** Several tags in one: something other than a comma is between them. */
  private static final Pattern SEVERAL =
      Pattern.compile("[^;|]+[;|].*|.*\\s(role|group):.*", Pattern.CASE_INSENSITIVE);

  @Override
  public Stream<Finding> findings(Layer layer) {
    return layer.values().tags().stream()
        .filter(tag -> !exists(tag))
        .map(tag -> finding(layer.place(Setting.TAGS.key()), tag));
  }

  private boolean exists(Tag tag) {
    return switch (tag.kind()) {
      case ROLE -> realm.model().getRole(tag.path()) != null;
      case GROUP ->
          KeycloakModelUtils.findGroupByPath(realm.session(), realm.model(), tag.path()) != null;
    };
  }

  private Finding finding(Place place, Tag tag) {
    if (SEVERAL.matcher(tag.path()).matches()) {
      return Finding.of(Code.TAG_UNKNOWN, place, tag.path()).as("separator");
    }
    String kind = tag.kind().name().toLowerCase(Locale.ROOT);
    return new Spelling(tag.path())
        .nearest(candidates(tag))
        .map(
            name ->
                Finding.of(Code.TAG_UNKNOWN, place, tag.path(), kind + ":" + name)
                    .as(kind + "_near"))
        .orElseGet(() -> Finding.of(Code.TAG_UNKNOWN, place, tag.path()).as(kind));
  }

  private Set<String> candidates(Tag tag) {
    return switch (tag.kind()) {
      case ROLE ->
          realm.model().getRolesStream().map(RoleModel::getName).collect(Collectors.toSet());
      case GROUP ->
          realm
              .session()
              .groups()
              .getGroupsStream(realm.model())
              .map(ModelToRepresentation::buildGroupPath)
              .collect(Collectors.toSet());
    };
  }
}
