package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Source;
import java.util.stream.Stream;

/**
 * A source in some settings.
 *
 * @param key the key of its setting
 */
record MappedSource(Layer layer, String key, Source source) {

  /** Returns a finding whose texts name the source first. */
  Finding finding(Code code, Object... more) {
    return layer.finding(code, key, Stream.concat(Stream.of(source), Stream.of(more)).toArray());
  }
}
