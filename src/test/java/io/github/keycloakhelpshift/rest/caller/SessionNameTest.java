package io.github.keycloakhelpshift.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserSessionModel;

class SessionNameTest {

  @Test
  @DisplayName("shows whether two sessions are the same, but not which: tabs get no session id")
  void name() {
    String name = SessionName.of(session("5ff3b3a0-2c5b-4a70-b60e-0d4a4e1e7b35"));

    assertThat(name)
        .isEqualTo(SessionName.of(session("5ff3b3a0-2c5b-4a70-b60e-0d4a4e1e7b35")))
        .isNotEqualTo(SessionName.of(session("5ff3b3a0-2c5b-4a70-b60e-0d4a4e1e7b36")))
        .doesNotContain("5ff3b3a0")
        .matches("[A-Za-z0-9_-]{22}");
  }

  private static UserSessionModel session(String id) {
    UserSessionModel session = mock(UserSessionModel.class);
    when(session.getId()).thenReturn(id);
    return session;
  }
}
