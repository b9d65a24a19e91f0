package io.github.keycloakhelpshift.admin.tab;

/** Something in the tab's form that no setting can say. The message continues the label. */
final class InvalidInputException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String label;

  InvalidInputException(String label, String message) {
    super(message);
    this.label = label;
  }

  /** The label of the input, a key of the message bundle. */
  String label() {
    return label;
  }
}
