package io.github.keycloakhelpshift.admin.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** The answer if nothing was saved, because somebody else has changed the settings meanwhile. */
record ChangedMeanwhile(
    String error,
    @JsonProperty("error_description") String description,
    Map<String, String> settings) {

  ChangedMeanwhile(Map<String, String> settings) {
    this(
        "settings_changed",
        "Nothing was saved, because the settings have changed since you read them. Compare them with"
            + " yours, and save again with the new ETag.",
        settings);
  }
}
