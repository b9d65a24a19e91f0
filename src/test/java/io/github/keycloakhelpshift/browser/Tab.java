package io.github.keycloakhelpshift.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.StreamSupport;

/** A tab with the app's page, asked in this test's words. */
public final class Tab {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String ENDED =
      "() => { const s = window.HelpshiftSimulator?.state();"
          + " return s?.user.kind === 'anonymous' && s.hidden }";

  private final Page page;

  public Tab(Page page) {
    this.page = page;
  }

  public Page page() {
    return page;
  }

  public Object run(String script) {
    return page.evaluate(script);
  }

  public Object run(String script, Object argument) {
    return page.evaluate(script, argument);
  }

  /** The script runs; nothing more. */
  public Tab waitForScript() {
    return waitFor("() => !!window.HelpshiftSSO?.disconnect", null);
  }

  /** Helpshift thinks that this user is logged in. */
  public Tab waitForUser(String uid) {
    return waitFor(
        "uid => { const s = window.HelpshiftSimulator?.state();"
            + " return s?.user.kind === 'user' && s.user.uid === uid && !s.hidden }",
        uid);
  }

  /** Helpshift has an anonymous user, whose chat is to be seen. */
  public Tab waitForAnonymous() {
    return waitFor(
        "() => { const s = window.HelpshiftSimulator?.state();"
            + " return s?.user.kind === 'anonymous' && !s.hidden }",
        null);
  }

  /** The chat has ended: logged out and hidden. */
  public Tab waitForEnd() {
    return waitFor(ENDED, null);
  }

  /** Whether the chat has ended by now. */
  public boolean hasEnded() {
    return Boolean.TRUE.equals(run(ENDED));
  }

  /** The page opens the chat: an ended session ends it within 5 seconds from now on. */
  public Tab openChat() {
    page.evaluate("Helpshift('open')");
    return this;
  }

  /** The script emitted an event with this name and, as far as given, this detail. */
  public Tab waitForEvent(String name, String... detail) {
    return waitFor(
        "([name, ...pairs]) => seen.events.some(e => e.name === name"
            + " && pairs.every((v, i) => i % 2 || String(e[v]) === pairs[i + 1]))",
        concat(name, detail));
  }

  public Tab waitFor(String condition, Object argument) {
    page.waitForFunction(condition, argument);
    return this;
  }

  public JsonNode simulator() {
    return json("window.HelpshiftSimulator.state()");
  }

  public JsonNode json(String expression) {
    try {
      return JSON.readTree((String) page.evaluate("() => JSON.stringify(" + expression + ")"));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The names of what was called at Web Chat, without the listeners. */
  public List<String> calls() {
    return strings(json("window.HelpshiftSimulator.calls()")).stream()
        .filter(name -> !name.endsWith("EventListener"))
        .toList();
  }

  public List<String> events() {
    return StreamSupport.stream(json("seen.events").spliterator(), false)
        .map(event -> event.path("name").asText())
        .toList();
  }

  /** The first error event with this name. */
  public JsonNode error(String error) {
    return json("seen.events.find(e => e.name === 'error' && e.error === '" + error + "')");
  }

  public void setVisible(boolean visible) {
    page.evaluate("value => setVisibility(value)", visible ? "visible" : "hidden");
  }

  /**
   * Nothing that the contract forbids, nothing in the console, no secret where it could be read.
   */
  public void assertClean(List<String> secrets) {
    assertThat(strings(json("window.HelpshiftSimulator?.violations() || []")))
        .as("violations of the contract")
        .isEmpty();
    List<String> console =
        strings(json("seen.console")).stream()
            .filter(line -> !line.matches("(Web Chat simulator|Helpshift SSO): .*"))
            .toList();
    assertThat(console).as("console").isEmpty();
    String readable = (String) page.evaluate("readable()");
    for (String secret : secrets) {
      assertThat(readable).as("what any script can read").doesNotContain(secret);
    }
  }

  public static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Object[] concat(String first, String... rest) {
    Object[] all = new Object[rest.length + 1];
    all[0] = first;
    System.arraycopy(rest, 0, all, 1, rest.length);
    return all;
  }
}
