package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key that an admin probably meant by a key that is not one of ours.
 *
 * @param typed the key that they wrote
 */
record MeantKey(String typed) {

  /** Our prefix, in any spelling, also behind another one. */
  private static final Pattern PREFIXED =
      Pattern.compile("(?is)(?:.*[^a-z])?help[._ -]?shift[._ -]+(.+)");

  /** Returns the key that was meant; empty if the key is ours, or no key is similar. */
  Optional<String> find() {
    if (SettingKeys.ALL.contains(typed) || new SettingEntry(typed, "").isSource()) {
      return Optional.empty();
    }
    Matcher prefixed = PREFIXED.matcher(typed);
    if (prefixed.matches()) {
      return new MeantName(prefixed.group(1)).find().map(name -> Setting.PREFIX + name);
    }
    // Without the prefix only what nobody else would call so.
    return SettingKeys.NAMES.contains(typed) && typed.matches(".*[._].*")
        ? Optional.of(Setting.PREFIX + typed)
        : new Spelling(typed).nearest(SettingKeys.ALL);
  }
}
