package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * Caches the settings of clients. It reads them again only if their source has changed.
 *
 * <p>Keycloak does not report every change of an attribute, on this node or another. So the cache
 * keeps the result together with its source, and uses it only while the source is equal: comparing
 * costs a tenth of reading.
 */
public final class SettingsCache {

  /** More clients than nearly any server has. At this size the cache is emptied. */
  private static final int CAPACITY = 1_000;

  private final Map<Key, Entry> byMappers = new ConcurrentHashMap<>();
  private final SettingsReader reader;

  private record Key(Optional<String> ofScope, Optional<String> own) {

    Key(ClientMappers mappers) {
      this(
          mappers.ofScope().map(ProtocolMapperModel::getId),
          mappers.own().map(ProtocolMapperModel::getId));
    }
  }

  private record Texts(
      Map<String, String> realm, Map<String, String> scope, Map<String, String> own) {

    Texts(Map<String, String> realm, ClientMappers mappers) {
      this(realm, ClientMappers.config(mappers.ofScope()), ClientMappers.config(mappers.own()));
    }

    Texts copy() {
      // Not Map.copyOf: some databases store an emptied value as null.
      return new Texts(new HashMap<>(realm), new HashMap<>(scope), new HashMap<>(own));
    }
  }

  private record Entry(Texts texts, SettingsReader.Result result) {}

  public SettingsCache(SettingsReader reader) {
    this.reader = reader;
  }

  /**
   * Returns the result of {@link SettingsReader#read} for the realm's attributes and the mappers'
   * configs.
   */
  public SettingsReader.Result read(RealmModel realm, ClientMappers mappers) {
    Map<String, String> attributes = realm.getAttributes();
    Key key = new Key(mappers);
    Texts texts = new Texts(attributes, mappers);
    Entry known = byMappers.get(key);
    if (known != null && known.texts().equals(texts)) {
      return known.result();
    }
    SettingsReader.Result result = reader.read(mappers.layers(attributes));
    if (byMappers.size() >= CAPACITY) {
      byMappers.clear();
    }
    byMappers.put(key, new Entry(texts.copy(), result));
    return result;
  }
}
