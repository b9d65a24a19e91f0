package io.github.keycloakhelpshift.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

class SettingsCacheTest {

  private final SettingsCache cache = new SettingsCache(new SettingsReader(WebChatHosts.HELPSHIFT));
  private final Map<String, String> attributes = new HashMap<>();
  private final RealmModel realm = mock(RealmModel.class);
  private final ProtocolMapperModel mapper = new ProtocolMapperModel();
  private final ProtocolMapperModel own = new ProtocolMapperModel();

  @BeforeEach
  void layers() {
    when(realm.getAttributes()).thenReturn(attributes);
    mapper.setId("SettingsCacheTest");
    mapper.setConfig(new HashMap<>());
    own.setId("SettingsCacheTest.own");
    own.setConfig(new HashMap<>());
    attributes.put("helpshift.platform_id", "first");
  }

  @Test
  @DisplayName("reads once what has not changed")
  void reads() {
    assertThat(read()).isSameAs(read());
  }

  @Test
  @DisplayName("sees a changed attribute, in the same map or in another")
  void attribute() {
    read();
    attributes.put("helpshift.platform_id", "second");
    assertThat(platformId()).isEqualTo("second");

    when(realm.getAttributes()).thenReturn(Map.of("helpshift.platform_id", "third"));
    assertThat(platformId()).isEqualTo("third");

    when(realm.getAttributes()).thenReturn(Map.of());
    assertThat(read().settings().platformId()).isEmpty();
  }

  @Test
  @DisplayName("sees a changed config of the client's own mapper, which goes first")
  void ownConfig() {
    read();
    mapper.getConfig().put("helpshift.platform_id", "scope");
    own.getConfig().put("helpshift.platform_id", "own");
    assertThat(platformId()).isEqualTo("own");

    own.getConfig().clear();
    assertThat(platformId()).isEqualTo("scope");
  }

  @Test
  @DisplayName("sees a changed config of the scope's mapper")
  void config() {
    read();
    mapper.getConfig().put("helpshift.platform_id", "own");
    assertThat(platformId()).isEqualTo("own");

    mapper.setConfig(Map.of());
    assertThat(platformId()).isEqualTo("first");
  }

  @Test
  @DisplayName("takes a value that is null, as some databases keep an emptied one")
  void nulls() {
    attributes.put("helpshift.domain", null);
    mapper.getConfig().put("helpshift.domain", null);

    assertThat(platformId()).isEqualTo("first");
    assertThat(read()).isSameAs(read());
  }

  @Test
  @DisplayName("keeps mappers apart, also of two realms that were given the same id")
  void keepsApart() {
    read();
    RealmModel other = mock(RealmModel.class);
    when(other.getAttributes()).thenReturn(Map.of("helpshift.platform_id", "other"));

    assertThat(cache.read(other, mappers()).settings().platformId()).hasValue("other");
    assertThat(platformId()).isEqualTo("first");
  }

  private ClientMappers mappers() {
    return new ClientMappers(Optional.of(mapper), Optional.of(own));
  }

  private SettingsReader.Result read() {
    return cache.read(realm, mappers());
  }

  private String platformId() {
    return read().settings().platformId().orElseThrow();
  }
}
