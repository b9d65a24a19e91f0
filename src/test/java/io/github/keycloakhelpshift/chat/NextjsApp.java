package io.github.keycloakhelpshift.chat;

import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Http;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The recipe for Next.js, as {@code next start} serves it. */
final class NextjsApp implements AutoCloseable {

  private static final File FOLDER = new File("src/demo/recipes/nextjs");
  private static final File LOG = new File("target/recipes/nextjs.log");

  private final Process process;
  private final String url;

  private NextjsApp(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts the app.
   *
   * @param issuer the realm's address
   */
  static NextjsApp start(String issuer, String clientId, String clientSecret) throws IOException {
    int port = Deployment.freePort();
    String url = "http://localhost:" + port;
    ProcessBuilder builder =
        new ProcessBuilder(
                "node", "node_modules/next/dist/bin/next", "start", "--port", String.valueOf(port))
            .directory(FOLDER)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG));
    builder
        .environment()
        .putAll(
            Map.of(
                "AUTH_URL", url,
                "AUTH_SECRET", "test-only-test-only-test-only-test-only",
                "AUTH_KEYCLOAK_ISSUER", issuer,
                "AUTH_KEYCLOAK_ID", clientId,
                "AUTH_KEYCLOAK_SECRET", clientSecret,
                "NEXT_TELEMETRY_DISABLED", "1"));
    NextjsApp app = new NextjsApp(builder.start(), url);
    Runtime.getRuntime().addShutdownHook(new Thread(app::close));
    Await.until("Next.js serves", app::serves);
    return app;
  }

  String url() {
    return url;
  }

  private boolean serves() {
    if (!process.isAlive()) {
      throw new IllegalStateException("Next.js did not start: see " + LOG);
    }
    try {
      return Http.get(url + "/other").send().status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
