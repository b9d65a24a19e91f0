package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.keycloak.util.JsonSerialization;

/** Writes users as JSON Lines. */
final class ProfileExport {

  private final UserBatches users;
  private final HelpshiftSettings settings;
  private final UserDataScope scope;
  private final ProfileCounter counter;

  ProfileExport(
      UserBatches users, HelpshiftSettings settings, UserDataScope scope, Locale language) {
    this.users = users;
    this.settings = settings;
    this.scope = scope;
    this.counter = new ProfileCounter(language);
  }

  /**
   * Writes the profiles, one per line.
   *
   * @return how many, and how many users were left out
   */
  ProfileSummary writeTo(OutputStream output) throws IOException {
    long seen =
        users.forEach(
            person -> write(BulkProfile.of(person, settings, scope), output), output::flush);
    return counter.summary(seen, UserBatches.PART);
  }

  /** Does the same as {@link #writeTo}. The last line then says how many lines came before it. */
  ProfileSummary writeWithSummaryTo(OutputStream output) throws IOException {
    ProfileSummary summary = writeTo(output);
    writeLine(new SummaryLine(summary), output);
    return summary;
  }

  private record SummaryLine(ProfileSummary summary) {}

  private void write(BulkProfile profile, OutputStream output) {
    profile.leftOut().ifPresent(counter::addLeftOut);
    if (profile.json().isPresent()) {
      try {
        writeLine(profile.json().get(), output);
        counter.addProfile(profile.userDataLeftOut());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void writeLine(Object json, OutputStream output) throws IOException {
    output.write(JsonSerialization.mapper.writeValueAsBytes(json));
    output.write("\n".getBytes(StandardCharsets.UTF_8));
  }
}
