package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebChatHostsTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("Helpshift's by https")
  @ValueSource(
      strings = {
        "https://webchat.helpshift.com/webChat.js",
        "https://WebChat.HelpShift.COM/webChat.js",
        "https://webchat.helpshift.com:8443/x.js?y#z"
      })
  void usual(String address) {
    assertThat(isTaken(address)).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("this machine's, if the server's option or development mode allows it")
  @ValueSource(
      strings = {
        "http://localhost:3001/webChat.js",
        "https://localhost/webChat.js",
        "http://127.0.0.1/webChat.js",
        "http://[::1]:3001/webChat.js"
      })
  void loopback(String address) {
    WebChatHosts byOption = new WebChatHosts("localhost,127.0.0.1,[::1]", false);
    WebChatHosts inDevelopment = new WebChatHosts("", true);

    assertThat(isTaken(address)).as("by default").isFalse();
    assertThat(isTaken(byOption, address)).as("by the option").isTrue();
    assertThat(isTaken(inDevelopment, address)).as("in development mode").isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("no others, even if they look similar")
  @ValueSource(
      strings = {
        "https://evil.example/x.js",
        "https://helpshift.com/x.js",
        "https://happyapps.helpshift.com/x.js",
        "https://a.webchat.helpshift.com/x.js",
        "https://evil-webchat.helpshift.com/x.js",
        "https://evilwebchat.helpshift.com/x.js",
        "https://webchat.helpshift.com.evil.org/x.js",
        "https://webchat.helpshift.com@evil.org/x.js",
        "https://evil@webchat.helpshift.com/x.js",
        "https://webchat.helpshift.com:443@evil.org/x.js",
        "https://evil.org/webchat.helpshift.com/x.js",
        "https://evil.org#webchat.helpshift.com/x.js",
        "https://evil.org?webchat.helpshift.com/x.js",
        "https://evil.org\\webchat.helpshift.com/x.js",
        "https://evil.org%2fwebchat.helpshift.com/x.js",
        "https://evil.org\twebchat.helpshift.com/x.js",
        "https://evil_.webchat.helpshift.com/x.js",
        "https://webchat.helpshift.com./x.js",
        "https://.webchat.helpshift.com/x.js",
        "https://webchat.helpshift.co/x.js",
        "https://webchat.h\u0435lpshift.com/x.js",
        "https://webchat.xn--hlpshift-6ig.com/x.js",
        "https://webchat.helpshift\u3002com/x.js",
        "http://webchat.helpshift.com/webChat.js",
        "http://localhost.evil.org/x.js",
        "http://127.0.0.1.evil.org/x.js",
        "http://127.0.0.2/x.js",
        "http://[::2]/x.js",
        "http://[::ffff:127.0.0.1]/x.js",
        "//webchat.helpshift.com/webChat.js",
        "ftp://webchat.helpshift.com/webChat.js",
        "https:webchat.helpshift.com/webChat.js",
        "javascript://localhost/%0aalert(1)",
        "data:text/javascript,alert(1)",
        "/x.js"
      })
  void others(String address) {
    assertThat(isTaken(address)).isFalse();
  }

  @Test
  @DisplayName("those that the server's option allows, exactly and only by https")
  void allowed() {
    WebChatHosts hosts = new WebChatHosts(" cdn.example.com , Proxy.Example.org,", false);

    assertThat(isTaken(hosts, "https://cdn.example.com/webChat.js")).isTrue();
    assertThat(isTaken(hosts, "https://CDN.example.com:8443/webChat.js")).isTrue();
    assertThat(isTaken(hosts, "https://proxy.example.org/webChat.js")).isTrue();
    assertThat(isTaken(hosts, "https://webchat.helpshift.com/webChat.js")).isTrue();
    assertThat(isTaken(hosts, "http://cdn.example.com/webChat.js")).isFalse();
    assertThat(isTaken(hosts, "https://a.cdn.example.com/webChat.js")).isFalse();
    assertThat(isTaken(hosts, "https://example.com/webChat.js")).isFalse();
    assertThat(isTaken(hosts, "https:///webChat.js")).isFalse();
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("an empty option allows no host")
  @ValueSource(strings = {"", " ", ",", "*", "https://cdn.example.com"})
  void nothing(String option) {
    WebChatHosts hosts = new WebChatHosts(option, false);

    assertThat(isTaken(hosts, "https://cdn.example.com/webChat.js")).isFalse();
    assertThat(isTaken(hosts, "https://webchat.helpshift.com/webChat.js")).isTrue();
  }

  private static boolean isTaken(String address) {
    return isTaken(WebChatHosts.HELPSHIFT, address);
  }

  private static boolean isTaken(WebChatHosts hosts, String address) {
    return new SettingsReader(hosts)
        .read(Map.of(Setting.WEB_CHAT_URL.key(), address), Map.of())
        .problems()
        .isEmpty();
  }
}
