package io.github.keycloakhelpshift.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The user data of one scope. What Helpshift would refuse can't be put in. */
public final class UserData {

  /** Helpshift's "collection size": the most tags, and the most custom fields. */
  public static final int MAX_COLLECTION = 30;

  /** The most characters of a tag. */
  public static final int MAX_TAG_LENGTH = 100;

  private final UserDataScope scope;
  private final Map<String, String> fields = new TreeMap<>();
  private final Map<String, String> customFields = new TreeMap<>();
  private final List<String> newTags = new ArrayList<>();
  private final List<String> tagsToRemove = new ArrayList<>();

  /** No data yet. */
  public UserData(UserDataScope scope) {
    this.scope = scope;
  }

  /**
   * Sets a field that Helpshift knows, or {@code custom_user_fields.<name>}.
   *
   * @return why it can't be set, in words that hold no value; empty if it is set
   */
  public Optional<String> put(String field, String text) {
    FieldType type =
        scope
            .typeOf(field)
            .orElseThrow(() -> new IllegalArgumentException("no such field: " + field));
    String value = type.normalized(text);
    if (!type.takes(value)) {
      return Optional.of("is not " + type.description());
    }
    if (type != FieldType.CUSTOM) {
      fields.put(field, value);
      return Optional.empty();
    }
    if (customFields.size() == MAX_COLLECTION) {
      return Optional.of("is over the " + MAX_COLLECTION + " custom fields of one update");
    }
    customFields.put(field.substring(UserDataScope.CUSTOM_PREFIX.length()), value);
    return Optional.empty();
  }

  /**
   * Adds a tag to Helpshift's {@code new_tags}.
   *
   * @return why it can't be added; empty if it is
   */
  public Optional<String> addTag(String tag) {
    if (!isTag(tag)) {
      return Optional.of("is not text of at most " + MAX_TAG_LENGTH + " characters");
    }
    if (newTags.contains(tag)) {
      return Optional.empty();
    }
    if (newTags.size() == MAX_COLLECTION) {
      return Optional.of("is over the " + MAX_COLLECTION + " tags of one update");
    }
    newTags.add(tag);
    return Optional.empty();
  }

  /**
   * Adds a tag to Helpshift's {@code tags_to_remove}, unless it is one to add.
   *
   * @return why it can't be added; empty if it is, or need not be
   */
  public Optional<String> removeTag(String tag) {
    if (newTags.contains(tag) || tagsToRemove.contains(tag)) {
      return Optional.empty();
    }
    if (!isTag(tag)) {
      return Optional.of("is not text of at most " + MAX_TAG_LENGTH + " characters");
    }
    if (tagsToRemove.size() == MAX_COLLECTION) {
      return Optional.of("is over the " + MAX_COLLECTION + " tags that one update removes");
    }
    tagsToRemove.add(tag);
    return Optional.empty();
  }

  private static boolean isTag(String text) {
    return !Text.isBlank(text) && text.length() <= MAX_TAG_LENGTH && Text.isWellFormed(text);
  }

  /** The fields that Helpshift names itself. */
  public Map<String, String> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** The custom fields, by their name in Helpshift's dashboard. */
  public Map<String, String> customFields() {
    return Collections.unmodifiableMap(customFields);
  }

  /** The tags to add. */
  public List<String> newTags() {
    return Collections.unmodifiableList(newTags);
  }

  /** The tags to take away. */
  public List<String> tagsToRemove() {
    return Collections.unmodifiableList(tagsToRemove);
  }
}
