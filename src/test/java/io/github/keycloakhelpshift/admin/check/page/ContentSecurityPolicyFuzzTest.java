package io.github.keycloakhelpshift.admin.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.Locale;

/** A policy is text from anybody's theme or proxy: it is read by CSP's rules, never refused. */
class ContentSecurityPolicyFuzzTest {

  private static final URI WEB_CHAT = URI.create("https://webchat.helpshift.com/");

  @FuzzTest
  void isReadByTheRules(FuzzedDataProvider data) {
    // A comma would begin another policy.
    String text = data.consumeRemainingAsString().replace(',', ' ');
    boolean allowed = allows(text);

    assertThat(allows(text + "; x-unknown 'none'")).isEqualTo(allowed);
    assertThat(allows(text + ";" + text)).isEqualTo(allowed);
    assertThat(allows(text + ", object-src 'none'")).isEqualTo(allowed);
    assertThat(allows(text + ", frame-src 'none'")).isFalse();
    assertThat(allows("frame-src 'none';" + text)).isFalse();
    assertThat(allows("frame-src https://webchat.helpshift.com;" + text)).isTrue();
    assertThat(allows("frame-src https://*.helpshift.com;" + text)).isTrue();
    assertThat(allows("frame-src https://nothelpshift.com wss:;" + text)).isFalse();
    assertThat(allows("frame-src https://nothelpshift.com http:;" + text)).isTrue();
    assertThat(allowsScript("script-src-elem https:;" + text)).isTrue();
    assertThat(allowsScript("script-src-elem 'self';" + text)).isFalse();
    if (!text.toLowerCase(Locale.ROOT).contains("-src")) {
      assertThat(allowed).isTrue();
      assertThat(allowsScript(text)).isTrue();
    }
  }

  private static boolean allows(String text) {
    return new ContentSecurityPolicy(text).allowsFrame(WEB_CHAT);
  }

  private static boolean allowsScript(String text) {
    return new ContentSecurityPolicy(text).allowsScript(WEB_CHAT);
  }
}
