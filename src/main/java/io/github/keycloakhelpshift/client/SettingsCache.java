package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * The settings of a client's mapper, read again only where what they are read from has changed.
 *
 * <p>Nothing in Keycloak tells of each change of an attribute, on this node or another. So what was
 * read is kept beside its source, and counts only as long as the two are equal: comparing costs a
 * tenth of reading.
 */
public final class SettingsCache {

  /** More mappers than nearly any server has; beyond, it begins anew. */
  private static final int CAPACITY = 1_000;

  private static final Map<String, Entry> BY_MAPPER = new ConcurrentHashMap<>();

  private record Entry(
      Map<String, String> realmAttributes,
      Map<String, String> mapperConfig,
      SettingsReader.Result result) {

    boolean isOf(Map<String, String> attributes, Map<String, String> config) {
      return realmAttributes.equals(attributes) && mapperConfig.equals(config);
    }
  }

  private SettingsCache() {}

  /** What {@link SettingsReader#read} says of the realm's attributes and the mapper's config. */
  public static SettingsReader.Result read(RealmModel realm, ProtocolMapperModel mapper) {
    Map<String, String> attributes = realm.getAttributes();
    Map<String, String> config = mapper.getConfig();
    Entry known = BY_MAPPER.get(mapper.getId());
    if (known != null && known.isOf(attributes, config)) {
      return known.result();
    }
    SettingsReader.Result result = SettingsReader.read(attributes, config);
    if (BY_MAPPER.size() >= CAPACITY) {
      BY_MAPPER.clear();
    }
    // Not Map.copyOf: some databases keep an emptied value as null.
    BY_MAPPER.put(
        mapper.getId(), new Entry(new HashMap<>(attributes), new HashMap<>(config), result));
    return result;
  }
}
