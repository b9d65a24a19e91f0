package io.github.keycloakhelpshift.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The user data of one scope. It refuses data that Helpshift would refuse. */
public final class UserData {

  /** Helpshift's "collection size": the maximal number of tags, and of custom fields. */
  public static final int MAX_COLLECTION = 30;

  /** The maximal characters of a tag. */
  public static final int MAX_TAG_LENGTH = 100;

  private static final Reason NO_TAG =
      Reason.of("is not text of at most %s characters", MAX_TAG_LENGTH);

  private final UserDataScope scope;
  private final Map<String, String> fields = new TreeMap<>();
  private final Map<String, String> customFields = new TreeMap<>();
  private final List<String> newTags = new ArrayList<>();
  private final List<String> tagsToRemove = new ArrayList<>();

  public UserData(UserDataScope scope) {
    this.scope = scope;
  }

  /**
   * Sets a field that Helpshift knows, or {@code custom_user_fields.<name>}.
   *
   * @return why it can't be set, without the value; empty if it is set
   */
  public Optional<Reason> put(String field, String text) {
    return put(
        field,
        scope
            .typeOf(field)
            .orElseThrow(() -> new IllegalArgumentException("no such field: " + field)),
        text);
  }

  /**
   * Sets a field to a text of that type.
   *
   * @return why it can't be set, without the value; empty if it is set
   */
  public Optional<Reason> put(String field, FieldType type, String text) {
    String value = type.normalized(text);
    if (!type.takes(value)) {
      return Optional.of(type.refusal());
    }
    if (!field.startsWith(UserDataScope.CUSTOM_PREFIX)) {
      fields.put(field, value);
      return Optional.empty();
    }
    if (customFields.size() == MAX_COLLECTION) {
      return Optional.of(Reason.of("is over the %s custom fields of one update", MAX_COLLECTION));
    }
    customFields.put(field.substring(UserDataScope.CUSTOM_PREFIX.length()), value);
    return Optional.empty();
  }

  /**
   * Adds a tag to Helpshift's {@code new_tags}.
   *
   * @return why it can't be added; empty if it is
   */
  public Optional<Reason> addTag(String tag) {
    if (!isTag(tag)) {
      return Optional.of(NO_TAG);
    }
    if (newTags.contains(tag)) {
      return Optional.empty();
    }
    if (newTags.size() == MAX_COLLECTION) {
      return Optional.of(Reason.of("is over the %s tags of one update", MAX_COLLECTION));
    }
    newTags.add(tag);
    return Optional.empty();
  }

  /**
   * Adds a tag to Helpshift's {@code tags_to_remove}, unless it is also to be added.
   *
   * @return why it can't be added; empty if it is added, or does not need to be
   */
  public Optional<Reason> removeTag(String tag) {
    if (newTags.contains(tag) || tagsToRemove.contains(tag)) {
      return Optional.empty();
    }
    if (!isTag(tag)) {
      return Optional.of(NO_TAG);
    }
    if (tagsToRemove.size() == MAX_COLLECTION) {
      return Optional.of(Reason.of("is over the %s tags that one update removes", MAX_COLLECTION));
    }
    tagsToRemove.add(tag);
    return Optional.empty();
  }

  private static boolean isTag(String text) {
    return !Text.isBlank(text) && text.length() <= MAX_TAG_LENGTH && Text.isWellFormed(text);
  }

  /** Returns the fields with Helpshift's own names. */
  public Map<String, String> fields() {
    return Collections.unmodifiableMap(fields);
  }

  /** Returns the custom fields by their name in Helpshift's dashboard. */
  public Map<String, String> customFields() {
    return Collections.unmodifiableMap(customFields);
  }

  public List<String> newTags() {
    return Collections.unmodifiableList(newTags);
  }

  public List<String> tagsToRemove() {
    return Collections.unmodifiableList(tagsToRemove);
  }
}
