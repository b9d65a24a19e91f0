package io.github.keycloakhelpshift.settings;

import java.util.List;

/**
 * A realm role or a group whose members get a tag.
 *
 * @param path the role's name, or the group's path with its leading slash
 */
public record Tag(Kind kind, String path) {

  public enum Kind {
    ROLE,
    GROUP
  }

  private static final String ROLE_PREFIX = "role:";
  private static final String GROUP_PREFIX = "group:";

  static List<Tag> parseList(String text) {
    return new CommaList(text).parts().map(Tag::parse).toList();
  }

  private static Tag parse(String text) {
    if (text.startsWith(ROLE_PREFIX) && text.length() > ROLE_PREFIX.length()) {
      return new Tag(Kind.ROLE, text.substring(ROLE_PREFIX.length()));
    }
    if (text.startsWith(GROUP_PREFIX + "/") && text.length() > GROUP_PREFIX.length() + 1) {
      return new Tag(Kind.GROUP, text.substring(GROUP_PREFIX.length()));
    }
    throw new InvalidSettingException(
        "is not a list of role:<realm role> and group:/<group path>, separated by commas");
  }

  /** Returns the tag's name in Helpshift: the role's name, or the last part of the group's path. */
  public String tagName() {
    return kind == Kind.ROLE ? path : path.substring(path.lastIndexOf('/') + 1);
  }
}
