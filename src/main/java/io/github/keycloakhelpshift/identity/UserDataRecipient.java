package io.github.keycloakhelpshift.identity;

/** The recipients of user data for Helpshift. */
public enum UserDataRecipient {
  /** A page or an app of the user, who can read it there. Its calls accept only short values. */
  USER(FieldType.MULTILINE_SHORT),
  /** The bulk import, from server to server. */
  BULK_IMPORT(FieldType.MULTILINE);

  private final FieldType multiline;

  UserDataRecipient(FieldType multiline) {
    this.multiline = multiline;
  }

  /** What the text of a custom field must look like that has several lines. */
  public FieldType multiline() {
    return multiline;
  }
}
