package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/** Finds more tags than one update of user data can add or remove. */
public record TooManyTags(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    int tags = layer.values().tags().size();
    return tags > UserData.MAX_COLLECTION
        ? Stream.of(
            layer.finding(Code.TAGS_TOO_MANY, Setting.TAGS.key(), tags, UserData.MAX_COLLECTION))
        : Stream.empty();
  }
}
