package io.github.keycloakhelpshift.admin.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The definition of a setting, for forms.
 *
 * @param key the key, with names in angle brackets if it matches many keys
 * @param type the type, which decides which input a form shows
 * @param identifiers what {@code <identifier>} in the key stands for; absent if the key has none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SettingDefinition(
    String key,
    String type,
    @JsonProperty("default") Optional<String> defaultValue,
    String label,
    String help,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> identifiers,
    List<String> options) {

  SettingDefinition(Setting setting, Properties messages) {
    this(
        setting.key(),
        setting.type().name().toLowerCase(Locale.ROOT),
        setting.defaultValue(),
        messages.getProperty(setting.messageKey()),
        messages.getProperty(setting.messageKey() + "Help"),
        setting.identifiers(),
        setting.options());
  }
}
