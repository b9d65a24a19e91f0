package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.settings.SettingEntry;

/** Tells which texts of settings are secrets themselves. Another rule finds these. */
final class LiteralSecret {

  private LiteralSecret() {}

  static boolean isIn(String key, String text) {
    return new SettingEntry(key, text).isLiteralSecret()
        && !new StandIn(text).isReference()
        && !new StandIn(text).isPlaceholder();
  }
}
