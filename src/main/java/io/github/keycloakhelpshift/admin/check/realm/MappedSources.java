package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.LinkedHashMap;
import java.util.Map;

/** All sources in some settings, by the key of the setting. */
public final class MappedSources {

  private MappedSources() {}

  public static Map<String, Source> of(HelpshiftSettings settings) {
    Map<String, Source> sources = new LinkedHashMap<>();
    settings
        .identities()
        .forEach(
            (type, mapping) -> {
              String key = Setting.identityKey(type);
              sources.put(key, mapping.value());
              mapping
                  .metadata()
                  .forEach(
                      (name, source) ->
                          sources.put(
                              Setting.IDENTITY_METADATA.key(type.identifier(), name), source));
            });
    settings.userName().ifPresent(source -> sources.put(Setting.USER_NAME.key(), source));
    settings.language().ifPresent(source -> sources.put(Setting.LANGUAGE.key(), source));
    settings
        .fullPrivacy()
        .source()
        .ifPresent(source -> sources.put(Setting.FULL_PRIVACY.key(), source));
    settings
        .userData()
        .forEach(
            (scope, fields) ->
                fields.forEach(
                    (field, source) -> sources.put(Setting.userDataKey(scope, field), source)));
    return sources;
  }
}
