package io.github.keycloakhelpshift.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The conversations of the simulated Web Chat")
class ConversationSimulatorIT extends SimulatorScene {

  @Test
  @DisplayName(
      "widgetToggle tells when the person opens and closes the chat, and not when the page does")
  void widgetToggle() {
    start("", null);
    waitFor("s.user.kind === 'anonymous'");
    chat().getByLabel("Open the Web Chat simulator").click();
    waitForEvent("widgetToggle", "{\"visible\":true}");
    chat().getByLabel("Close").click();
    waitForEvent("widgetToggle", "{\"visible\":false}");
    page.evaluate("() => { Helpshift('open'); Helpshift('close') }");
    assertThat(page.evaluate("events.length")).isEqualTo(2);
  }

  @Test
  @DisplayName("hide keeps an open chat open, and show brings it back so")
  void hideAndShow() {
    start("", null);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate("() => { Helpshift('open'); Helpshift('hide') }");
    assertThat(page.locator("#web-chat-simulator").isVisible()).isFalse();
    page.evaluate("Helpshift('show')");
    waitFor("s.open && !s.hidden");
  }

  @Test
  @DisplayName("updateHelpshiftConfig does not change the owner of a conversation that has begun")
  void owner() {
    start("", ALICE);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate("Helpshift('open')");
    chat().getByLabel("Message").fill("Hello");
    chat().getByText("Send").click();
    waitForEvent("conversationStart", "{\"message\":\"Hello\"}");
    waitForEvent("messageAdd", "{\"type\":\"text\",\"body\":\"Hello\"}");
    logInLater();
    waitFor("!s.conversation && s.conversations[0].owner.startsWith('anon-')");
    page.evaluate("Helpshift('logout')");
    waitFor("s.conversation?.messages[0].body === 'Hello'");
    assertThat(violations()).isEmpty();
  }

  @Test
  @DisplayName("clearAnonymousUserOnLogin deletes the anonymous conversations at each login")
  void clearAnonymousUserOnLogin() {
    start("clearAnonymousUserOnLogin: true", ALICE);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate("HelpshiftSimulator.write('Hello')");
    logInLater();
    waitFor("s.conversations.length === 0");
    page.evaluate("Helpshift('logout')");
    waitFor("s.user.kind === 'anonymous' && !s.conversation");
  }

  @Test
  @DisplayName("custom issue fields and tags are those of the conversation's beginning")
  void customIssueFields() {
    start("tags: ['vip']", null);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate(
        """
        () => {
          const field = (value) => ({ type: 'singleline', value });
          Helpshift('setCustomIssueFields', { gone: field('x') });
          Helpshift('replaceCustomIssueFields', { a: field('1') });
          Helpshift('setCustomIssueFields', { b: field('2') });
          HelpshiftSimulator.write('Hello');
          Helpshift('setCustomIssueFields', { late: field('3') });
          helpshiftConfig.tags = ['late'];
          Helpshift('updateHelpshiftConfig');
        }
        """);
    waitFor("s.user.kind === 'anonymous' && s.conversation");
    assertThat(
            page.evaluate(
                "Object.keys(HelpshiftSimulator.state().conversation.customIssueFields)+''"))
        .isEqualTo("a,b");
    assertThat(page.evaluate("HelpshiftSimulator.state().conversation.tags + ''")).isEqualTo("vip");
  }

  @Test
  @DisplayName("initiateChatOnLoad begins a conversation with the initial message")
  void initiateChatOnLoad() {
    start("initiateChatOnLoad: true, initialUserMessage: 'Where is my order?'", null);
    waitForEvent("conversationStart", "Where is my order?");
  }

  @Test
  @DisplayName("newUnreadMessages counts what an agent wrote while the chat was closed")
  void newUnreadMessages() {
    start("", null);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate(
        "() => { for (const say of ['write', 'answer', 'answer']) HelpshiftSimulator[say](say) }");
    waitForEvent("newUnreadMessages", "{\"unreadCount\":2}");
    page.evaluate("Helpshift('open')");
    waitForEvent("agentMessageReceived", "{\"body\":\"answer\",\"publishId\":\"1\"");
    waitFor("s.unread === 0");
    page.evaluate("HelpshiftSimulator.endConversation()");
    waitFor("!s.conversation");
  }

  @ParameterizedTest(name = "begun {0}")
  @ValueSource(strings = {"anonymous", "logged-in"})
  @DisplayName("userChanged tells who began the conversation of an email's link, and where")
  void userChanged(String originalState) {
    start("", ALICE);
    waitFor("s.user.kind === 'anonymous'");
    boolean anonymous = originalState.equals("anonymous");
    if (anonymous) {
      page.evaluate("HelpshiftSimulator.write('Hello')");
    }
    logInLater();
    if (!anonymous) {
      page.evaluate("HelpshiftSimulator.write('Hello')");
      page.evaluate("Helpshift('logout')");
      waitFor("s.user.kind === 'anonymous'");
    }
    page.evaluate("HelpshiftSimulator.followEmail()");
    waitForEvent(
        "userChanged", "{\"originalState\":\"" + originalState + "\",\"pageUrl\":\"" + app + "\"}");
  }

  @Test
  @DisplayName("an email's link opens the chat of the person who began the conversation")
  void sameUser() {
    start("", null);
    waitFor("s.user.kind === 'anonymous'");
    page.evaluate("() => { HelpshiftSimulator.write('Hello'); HelpshiftSimulator.followEmail() }");
    waitFor("s.open");
  }

  private FrameLocator chat() {
    return page.frameLocator("#web-chat-simulator");
  }
}
