package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/** Finds more tags than one update of user data can add or remove. */
public record TooManyTags(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .filter(layer -> layer.values().tags().size() > UserData.MAX_COLLECTION)
        .map(
            layer ->
                Finding.of(
                    Code.TAGS_TOO_MANY,
                    layer.place(Setting.TAGS.key()),
                    layer.values().tags().size(),
                    UserData.MAX_COLLECTION));
  }
}
