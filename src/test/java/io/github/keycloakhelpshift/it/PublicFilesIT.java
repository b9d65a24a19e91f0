package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that the realm serves to everybody. */
@ExtendWith(KeycloakExtension.class)
class PublicFilesIT {

  private final String endpoints;

  PublicFilesIT(KeycloakServer keycloak) {
    endpoints = keycloak.url() + "/realms/master/helpshift/";
  }

  @ParameterizedTest
  @CsvSource({"web-chat.js, text/javascript", "web-chat.d.ts, text/plain"})
  @DisplayName("can be cached for an hour, and is not sent again to a browser that has it")
  void isCached(String name, String type) {
    Answer answer = Http.get(endpoints + name).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).isEqualTo(type + ";charset=UTF-8");
    assertThat(answer.header("Cache-Control")).contains("public, max-age=3600");
    assertThat(answer.header("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("cross-origin");
    String etag = answer.header("ETag").orElseThrow();
    Answer again = Http.get(endpoints + name).header("If-None-Match", etag).send();
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).contains(etag);
    assertThat(again.body()).isEmpty();
    assertThat(Http.get(endpoints + name).header("If-None-Match", "\"other\"").send().status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("the types belong to the script beside them")
  void types() throws IOException {
    assertThat(Http.get(endpoints + "web-chat.d.ts").send().body())
        .isEqualTo(Files.readString(Path.of("src/main/js/web-chat.d.ts")));
  }
}
