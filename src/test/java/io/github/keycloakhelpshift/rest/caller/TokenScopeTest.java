package io.github.keycloakhelpshift.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

@DisplayName("The scope of an access token")
class TokenScopeTest {

  @ParameterizedTest(name = "{0}: shown {1}, parameterized {2}: {3}")
  @DisplayName("holds the scope that is named in it, or that tokens do not show")
  @CsvSource({
    "openid helpshift, true, false, true",
    "helpshift, true, false, true",
    "openid, true, false, false",
    "openid, false, false, true",
    "'', true, false, false",
    "openid helpshift2, true, false, false",
    "openid Helpshift, true, false, false",
    "openid helpshift:eu, true, false, false",
    "openid helpshift:eu, true, true, true",
    "openid helpshifts:eu, true, true, false",
    "openid x:helpshift, true, true, false"
  })
  @SuppressWarnings("deprecation") // The new name is missing before 26.7.
  void holds(String text, boolean shown, boolean parameterized, boolean holds) {
    ClientScopeModel scope = mock(ClientScopeModel.class);
    when(scope.getName()).thenReturn("helpshift");
    when(scope.isIncludeInTokenScope()).thenReturn(shown);
    when(scope.isDynamicScope()).thenReturn(parameterized);

    assertThat(new TokenScope(text).holds(scope)).isEqualTo(holds);
  }

  @Test
  @DisplayName("holds the client's own mappers in any case")
  void client() {
    assertThat(new TokenScope("").holds(mock(ClientModel.class))).isTrue();
  }
}
