package io.github.keycloakhelpshift.admin.check.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | true",
        "object-src 'none'                         | true",
        "frame-src 'self'; object-src 'none';      | false",
        "frame-src 'self' https://*.helpshift.com  | true",
        "FRAME-SRC 'self' https://*.HELPSHIFT.com  | true",
        "frame-src *.helpshift.com                 | true",
        "frame-src https://acme.helpshift.com:443/ | true",
        "frame-src https://other.helpshift.com     | false",
        "frame-src http://*.helpshift.com          | true",
        "frame-src https://*.evil-helpshift.com    | false",
        "frame-src https:                          | true",
        "frame-src http:                           | true",
        "frame-src *                               | true",
        "frame-src 'none'                          | false",
        "frame-src                                 | false",
        "child-src *; default-src 'self'           | true",
        "default-src 'self'                        | false",
        "frame-src 'self'; frame-src *             | false",
        "frame-src 'self', https://*.helpshift.com | false",
        "frame-src *, object-src 'none'            | true",
        "frame-src *, frame-src 'self'             | false",
      })
  void allowsFrames(String policy, boolean allowed) {
    assertThat(
            new ContentSecurityPolicy(policy.replace("''", ""))
                .allowsFrame(URI.create("https://acme.helpshift.com/")))
        .isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "frame-src 'none'                          | true",
        "script-src 'self'                         | false",
        "script-src https://webchat.helpshift.com  | true",
        "script-src-elem *; script-src 'self'      | true",
      })
  void allowsScripts(String policy, boolean allowed) {
    assertThat(
            new ContentSecurityPolicy(policy)
                .allowsScript(URI.create("https://webchat.helpshift.com/webChat.js")))
        .isEqualTo(allowed);
  }
}
