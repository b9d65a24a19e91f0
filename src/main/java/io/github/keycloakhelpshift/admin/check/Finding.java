package io.github.keycloakhelpshift.admin.check;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that a check found.
 *
 * @param rule what is broken
 * @param setting key of the setting that it is about; null: none
 * @param client client that it is about; null: the realm
 * @param what what was found; never holds a secret, or a value that may be one
 */
record Finding(Rule rule, String setting, String client, String what) {

  Finding(Rule rule, String what) {
    this(rule, null, null, what);
  }

  /** As the admin API says it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("severity", rule.severity().name().toLowerCase(Locale.ROOT));
    map.put("code", rule.name());
    if (setting != null) {
      map.put("setting", setting);
    }
    if (client != null) {
      map.put("client", client);
    }
    map.put("what", what);
    map.put("why", rule.why());
    map.put("fix", rule.fix());
    return map;
  }
}
