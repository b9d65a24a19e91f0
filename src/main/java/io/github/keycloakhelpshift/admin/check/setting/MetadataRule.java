package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds metadata of an identity that is not sent, and more metadata than Helpshift accepts. */
public record MetadataRule(CheckedRealm realm) implements Rule {

  private static final Pattern KEY =
      Pattern.compile("helpshift\\.identity\\.([^.]+)\\.metadata\\..+");

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(layer -> Stream.concat(withoutIdentity(layer), tooMany(layer)));
  }

  private static Stream<Finding> withoutIdentity(Layer layer) {
    return layer.said().merged().keySet().stream()
        .flatMap(
            key -> {
              Matcher names = KEY.matcher(key);
              return names.matches()
                  ? IdentityType.of(names.group(1)).stream()
                      .filter(type -> !layer.values().identities().containsKey(type))
                      .map(
                          type ->
                              Finding.of(
                                  Code.METADATA_WITHOUT_IDENTITY,
                                  layer.place(key),
                                  key,
                                  Setting.identityKey(type)))
                  : Stream.empty();
            });
  }

  private static Stream<Finding> tooMany(Layer layer) {
    return layer.values().identities().entrySet().stream()
        .filter(entry -> entry.getValue().metadata().size() > Identity.MAX_METADATA_ENTRIES)
        .map(
            entry ->
                Finding.of(
                    Code.METADATA_TOO_MANY,
                    layer.place(Setting.identityKey(entry.getKey())),
                    entry.getKey().identifier(),
                    entry.getValue().metadata().size(),
                    Identity.MAX_METADATA_ENTRIES));
  }
}
