package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The simulated Helpshift")
class HelpshiftSimulatorTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET =
      "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final JWSHeader HS256 =
      new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
  private static final String ALICE = "[{'identifier':'uid','value':'alice'}]";

  private final HelpshiftSimulator simulator =
      HelpshiftSimulator.start(0).app("platform", "acme", SECRET);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  @DisplayName("accepts a token that keeps every rule")
  void accepts() throws Exception {
    JsonNode answer = login(token(HS256, SECRET, payload(ALICE, now() - 60)), false);
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(simulator.logins())
        .singleElement()
        .matches(login -> login.identities().equals(Map.of("uid", "alice")));
  }

  @Test
  @DisplayName("refuses another secret, another algorithm, a key id")
  void signature() throws Exception {
    String payload = payload(ALICE, now());
    JWSHeader hs512 = new JWSHeader.Builder(JWSAlgorithm.HS512).type(JOSEObjectType.JWT).build();
    JWSHeader kid = new JWSHeader.Builder(HS256).keyID("1").build();
    assertThat(reason(token(HS256, SECRET + "x", payload))).isEqualTo("IDENTITIES_INVALID_TOKEN");
    assertThat(reason(token(hs512, SECRET, payload))).isEqualTo("IDENTITIES_INVALID_TOKEN");
    assertThat(reason(token(kid, SECRET, payload))).isEqualTo("IDENTITIES_INVALID_TOKEN");
  }

  @Test
  @DisplayName("refuses a token of over 24 hours, and one of the future")
  void age() throws Exception {
    assertThat(reason(token(HS256, SECRET, payload(ALICE, now() - 86_390)))).isEqualTo("null");
    assertThat(reason(token(HS256, SECRET, payload(ALICE, now() - 86_410))))
        .isEqualTo("IDENTITIES_INVALID_TOKEN");
    assertThat(reason(token(HS256, SECRET, payload(ALICE, now() + 30))))
        .isEqualTo("IDENTITIES_INVALID_TOKEN");
  }

  @Test
  @DisplayName("names the members of a payload that are missing or too many")
  void members() throws Exception {
    String payload = "{\"identities\":[{\"identifier\":\"uid\",\"value\":\"a\"}],\"exp\":1}";
    JsonNode answer = login(token(HS256, SECRET, payload), false);
    assertThat(answer.path("reason").asText()).isEqualTo("IDENTITIES_INVALID_PAYLOAD");
    assertThat(answer.path("details").toString())
        .isEqualTo("{\"invalidFields\":[\"exp\"],\"missingFields\":[\"iat\"]}");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "an unknown identifier | [{'identifier':'twitter_id','value':'a'}]",
        "no value | [{'identifier':'uid'}]",
        "a number | [{'identifier':'uid','value':7}]",
        "a blank value | [{'identifier':'uid','value':' '}]",
        "an email as uid | [{'identifier':'uid','value':'a@b.example'}]",
        "white space around a uid | [{'identifier':'uid','value':'a '}]",
        "no email | [{'identifier':'uid','value':'a'},{'identifier':'email','value':'a@b'}]",
        "two uids | [{'identifier':'uid','value':'a'},{'identifier':'uid','value':'b'}]",
        "an unknown member | [{'identifier':'uid','value':'a','verified':true}]",
        "nested metadata | [{'identifier':'uid','value':'a','metadata':{'k':{'a':'b'}}}]",
        "an empty metadata value | [{'identifier':'uid','value':'a','metadata':{'k':''}}]"
      })
  @DisplayName("refuses an identity that breaks a rule")
  void identities(String what, String identities) throws Exception {
    JsonNode answer = login(token(HS256, SECRET, payload(identities, now())), false);
    assertThat(answer.path("details").has("invalidIdentities")).as(what).isTrue();
  }

  @Test
  @DisplayName("counts characters: 750 in a uid, 300 elsewhere")
  void lengths() throws Exception {
    assertThat(reason(uid("u".repeat(750)))).isEqualTo("null");
    assertThat(reason(uid("u".repeat(751)))).isEqualTo("IDENTITIES_INVALID_PAYLOAD");
    String steam = ALICE.replace("]", ",{'identifier':'steam_id','value':'%s'}]");
    assertThat(reason(token(HS256, SECRET, payload(steam.formatted("7".repeat(300)), now()))))
        .isEqualTo("null");
    assertThat(reason(token(HS256, SECRET, payload(steam.formatted("7".repeat(301)), now()))))
        .isEqualTo("IDENTITIES_INVALID_PAYLOAD");
  }

  @Test
  @DisplayName("wants a uid or an email, but for full privacy, which is anonymous without a uid")
  void fullPrivacy() throws Exception {
    String steam = "[{'identifier':'steam_id','value':'7'}]";
    String token = token(HS256, SECRET, payload(steam, now()));
    assertThat(reason(token)).isEqualTo("USERID_AND_EMAIL_MISSING");
    assertThat(login(token, true).path("anonymous").asBoolean()).isTrue();
    assertThat(login(uid("alice"), true).path("anonymous").asBoolean()).isFalse();
    String nobody = token(HS256, SECRET, payload("[]", now()));
    assertThat(reason(nobody)).isEqualTo("IDENTITIES_INVALID_PAYLOAD");
    assertThat(login(nobody, true).path("anonymous").asBoolean()).isTrue();
  }

  @Test
  @DisplayName("knows the fields of user data")
  void userData() throws Exception {
    assertThat(profile("global", "{'age':'42','new_tags':['vip'],'custom_user_fields':{'a':'b'}}"))
        .isEqualTo("{}");
    assertThat(profile("global", "{'age':'150','nickname':'x','full_name':7}"))
        .isEqualTo("{\"invalidCoreAttributes\":[\"age\",\"full_name\",\"nickname\"]}");
    assertThat(profile("app", "{'app_version':'10.11.12.13','new_tags':['vip'],'country':'DE'}"))
        .isEqualTo("{\"invalidAppAttributes\":[\"app_version\",\"new_tags\"]}");
  }

  @Test
  @DisplayName("counts 255 characters in a custom user field, and 100,000 in a multi-line one")
  void multilineFields() throws Exception {
    String bio = "{'custom_user_fields':{'bio':'" + "b".repeat(256) + "'}}";
    assertThat(profile("global", bio))
        .isEqualTo("{\"invalidCoreAttributes\":[\"custom_user_fields\"]}");
    simulator.multilineField("bio");
    assertThat(profile("global", bio)).isEqualTo("{}");
  }

  @Test
  @DisplayName("knows the codes of countries and languages")
  void codes() throws Exception {
    assertThat(profile("global", "{'last_country':'DE','preferred_language':'pt'}"))
        .isEqualTo("{}");
    assertThat(profile("global", "{'last_country':'Germany'}")).isEqualTo("{}");
    assertThat(profile("global", "{'last_country':'XX','preferred_language':'pt-BR'}"))
        .isEqualTo("{\"invalidCoreAttributes\":[\"last_country\",\"preferred_language\"]}");
  }

  private String uid(String value) throws Exception {
    return token(HS256, SECRET, payload(ALICE.replace("alice", value), now()));
  }

  private String reason(String token) throws Exception {
    return login(token, false).path("reason").asText();
  }

  private JsonNode login(String token, boolean fullPrivacy) throws Exception {
    String body =
        JSON.writeValueAsString(
            Map.of("platformId", "platform", "token", token, "fullPrivacy", fullPrivacy));
    return JSON.readTree(simulator.handle("POST", "/simulator/login", body).body());
  }

  private String profile(String kind, String data) throws Exception {
    String body =
        "{\"platformId\":\"platform\",\"kind\":\"%s\",\"data\":%s}"
            .formatted(kind, data.replace('\'', '"'));
    JsonNode details =
        JSON.readTree(simulator.handle("POST", "/simulator/profile", body).body()).path("details");
    return details.isObject() ? details.toString() : "{}";
  }

  private static String payload(String identities, long issuedAt) {
    return "{\"identities\":%s,\"iat\":%d}".formatted(identities.replace('\'', '"'), issuedAt);
  }

  private static String token(JWSHeader header, String secret, String payload) throws Exception {
    JWSObject token = new JWSObject(header, new Payload(payload));
    token.sign(new MACSigner(secret.getBytes(UTF_8)));
    return token.serialize();
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }
}
