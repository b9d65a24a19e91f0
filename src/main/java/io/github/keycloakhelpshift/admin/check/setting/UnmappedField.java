package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds fields in a list that have no source, while one with nearly the same name has. Such a field
 * reaches browsers although it was meant to stay on the server.
 */
public record UnmappedField(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    Set<String> mapped = new TreeSet<>();
    for (Layer layer : realm.layers()) {
      layer
          .values()
          .userData()
          .forEach(
              (scope, fields) ->
                  fields
                      .keySet()
                      .forEach(field -> mapped.add(new UserDataField(scope, field).toString())));
    }
    return realm.layers().stream()
        .flatMap(
            layer ->
                Stream.concat(
                    of(layer, Setting.USER_DATA_SERVER_ONLY, layer.values().serverOnly(), mapped),
                    of(layer, Setting.USER_DATA_MULTILINE, layer.values().multiline(), mapped)));
  }

  private Stream<Finding> of(
      Layer layer, Setting list, Set<UserDataField> fields, Set<String> mapped) {
    return fields.stream()
        .map(UserDataField::toString)
        .filter(field -> !mapped.contains(field))
        .flatMap(
            field ->
                new Spelling(field)
                        .nearest(mapped)
                        .map(
                            meant ->
                                layer.finding(
                                    Code.FIELD_NOT_MAPPED, list.key(), list.key(), field, meant))
                        .stream());
  }
}
