package io.github.keycloakhelpshift.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The simulated Helpshift judges what a page configures")
class HelpshiftConfigTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HelpshiftSimulator simulator = HelpshiftSimulator.start(0);

  @AfterEach
  void close() {
    simulator.close();
  }

  @Test
  @DisplayName("allows every option with its type")
  void everyOption() throws Exception {
    assertThat(
            config(
                "'authenticateWith':'identities','userId':'u-1','userEmail':'ann@example.com',"
                    + "'userName':'Ann','language':'pt-br','fullPrivacy':true,"
                    + "'clearAnonymousUserOnLogin':false,'initiateChatOnLoad':true,"
                    + "'initialUserMessage':'true','conversationPrefillText':'911','tags':['vip'],"
                    + "'widgetOptions':{'fullScreen':true,'showLauncher':false,"
                    + "'position':'top-left','zIndex':50}"))
        .isEmpty();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'authenticateWith':'legacy' | helpshiftConfig.authenticateWith is not \"identities\"",
        "'clearAnonymousUserOnLogin':'true' | helpshiftConfig.clearAnonymousUserOnLogin is not a boolean",
        "'conversationPrefillText':911 | helpshiftConfig.conversationPrefillText is not a string",
        "'fullPrivacy':'true' | helpshiftConfig.fullPrivacy is not a boolean",
        "'initialUserMessage':true | helpshiftConfig.initialUserMessage is not a string",
        "'initiateChatOnLoad':1 | helpshiftConfig.initiateChatOnLoad is not a boolean",
        "'language':'pt-BR' | helpshiftConfig.language is not a language of Web Chat",
        "'tags':'vip, web' | helpshiftConfig.tags is not an array of tags",
        "'tags':['vip',7] | helpshiftConfig.tags is not an array of tags",
        "'userAuthToken':7 | helpshiftConfig.userAuthToken is not a string",
        "'userEmail':'ann' | helpshiftConfig.userEmail is not an email address",
        "'userId':' u-1' | helpshiftConfig.userId is not a user id",
        "'userId':'ann@example.com' | helpshiftConfig.userId is not a user id",
        "'widgetOptions':[] | helpshiftConfig.widgetOptions is not an object",
        "'widgetOptions':{'fullScreen':'true'} | widgetOptions.fullScreen is not a boolean",
        "'widgetOptions':{'position':'left'} | widgetOptions.position is not a position",
        "'widgetOptions':{'showLauncher':0} | widgetOptions.showLauncher is not a boolean",
        "'widgetOptions':{'zIndex':'5'} | widgetOptions.zIndex is not a number",
        "'authenticateWith':'identities','userAuthToken':'x' | helpshiftConfig has both authenticateWith and userAuthToken"
      })
  @DisplayName("names an option that is not what Web Chat wants")
  void option(String options, String violation) throws Exception {
    assertThat(config(options)).containsExactly(violation);
  }

  @Test
  @DisplayName("wants a platform id and a domain")
  void app() throws Exception {
    assertThat(ask("config", "{'platformId':''}"))
        .containsExactly(
            "helpshiftConfig.platformId is missing", "helpshiftConfig.domain is missing");
  }

  @Test
  @DisplayName("counts 255 characters in a userName")
  void userName() throws Exception {
    assertThat(config("'userName':'" + "n".repeat(255) + "'")).isEmpty();
    assertThat(config("'userName':'" + "n".repeat(256) + "'"))
        .containsExactly("helpshiftConfig.userName is longer than 255 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"browserDefault", "iw", "zh-Hans", "zh-HK", "es-419", "en-GB"})
  @DisplayName("knows Helpshift's own codes of languages")
  void language(String code) throws Exception {
    assertThat(config("'language':'" + code + "'")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "he", "zh-CN", "zh_TW", "en-US", "nb", "tlh"})
  @DisplayName("knows no other codes of languages")
  void unknownLanguage(String code) throws Exception {
    assertThat(config("'language':'" + code + "'"))
        .containsExactly("helpshiftConfig.language is not a language of Web Chat");
  }

  @Test
  @DisplayName("drops custom issue fields that are not what their type says")
  void customIssueFields() throws Exception {
    assertThat(
            ask(
                "issue-fields",
                "{'a':{'type':'singleline','value':'x'},'b':{'type':'number','value':'10.0'},"
                    + "'c':{'type':'date','value':1700000000000},'d':{'type':'checkbox','value':true},"
                    + "'e':{'type':'singleline','value':'"
                    + "x".repeat(256)
                    + "'},'f':{'type':'number','value':10},"
                    + "'g':{'type':'date','value':'2026-01-01'},'h':{'type':'text','value':'x'},"
                    + "'i':'x'}"))
        .containsExactly(
            "the custom issue field e is dropped",
            "the custom issue field f is dropped",
            "the custom issue field g is dropped",
            "the custom issue field h is dropped",
            "the custom issue field i is dropped");
  }

  private List<String> config(String options) throws JsonProcessingException {
    return ask("config", "{'platformId':'platform','domain':'acme'," + options + "}");
  }

  private List<String> ask(String call, String body) throws JsonProcessingException {
    String answer = simulator.handle("POST", "/simulator/" + call, body.replace('\'', '"')).body();
    return List.of(JSON.readValue(answer, String[].class));
  }
}
