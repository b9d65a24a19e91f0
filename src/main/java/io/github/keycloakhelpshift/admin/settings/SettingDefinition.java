package io.github.keycloakhelpshift.admin.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a setting is, for forms.
 *
 * @param key with names in angle brackets where it stands for many keys
 * @param type which input a form shows
 * @param defaultValue what counts where nobody sets it
 * @param label its name
 * @param help what it does
 * @param options what a choice may be
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SettingDefinition(
    String key,
    String type,
    @JsonProperty("default") Optional<String> defaultValue,
    String label,
    String help,
    List<String> options) {

  static SettingDefinition of(Setting setting, Properties messages) {
    return new SettingDefinition(
        setting.key(),
        setting.type().name().toLowerCase(Locale.ROOT),
        setting.defaultValue(),
        messages.getProperty(setting.messageKey()),
        messages.getProperty(setting.messageKey() + "Help"),
        setting.options());
  }
}
