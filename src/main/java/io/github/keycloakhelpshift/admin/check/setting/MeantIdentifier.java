package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The identifier that an admin probably meant by another name for it.
 *
 * @param typed the name that they wrote
 */
record MeantIdentifier(String typed) {

  /** Names in other products that share no word with ours. */
  private static final Map<String, IdentityType> OTHER_NAMES =
      Map.of(
          "user", IdentityType.UID,
          "sub", IdentityType.UID,
          "uuid", IdentityType.UID,
          "mail", IdentityType.EMAIL,
          "useremail", IdentityType.EMAIL,
          "emailaddress", IdentityType.EMAIL,
          "mobile", IdentityType.PHONE_NUMBER,
          "msisdn", IdentityType.PHONE_NUMBER,
          "playstation", IdentityType.PSN_ID,
          "switch", IdentityType.NINTENDO_ID);

  /** Words that more than one identifier has, or that say nothing. */
  private static final Set<String> COMMON = Set.of("id", "number", "live");

  Optional<String> find() {
    List<String> words = words(typed.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    return Optional.ofNullable(OTHER_NAMES.get(String.join("", words)))
        .or(() -> words.isEmpty() ? Optional.empty() : byWords(words))
        .map(IdentityType::identifier);
  }

  private static Optional<IdentityType> byWords(List<String> words) {
    return Arrays.stream(IdentityType.values())
        .filter(type -> words(type.identifier()).containsAll(words))
        .findFirst();
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
        .filter(word -> !word.isEmpty() && !COMMON.contains(word))
        .toList();
  }
}
