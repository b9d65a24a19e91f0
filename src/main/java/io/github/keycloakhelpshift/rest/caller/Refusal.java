package io.github.keycloakhelpshift.rest.caller;

/**
 * Every reason to refuse a call: the HTTP status, the {@code error} and the {@code
 * error_description}. They are in one place, so that the same mistake always gets the same answer.
 *
 * <p>The form is that of RFC 6749, section 5.2, and of RFC 6750 for bearer tokens. If Helpshift has
 * a name for the failure, that name is the {@code error}.
 */
public enum Refusal {
  LOGIN_REQUIRED(401, "login_required", "Nobody is signed in here: log in, then call again."),
  INVALID_TOKEN(
      401,
      "invalid_token",
      "The access token is malformed, expired, revoked, or its session has ended: get a fresh one."),
  MISSING_CLIENT_ID(
      400, "invalid_request", "A call by the sign-on cookie needs client_id in the query."),
  MALFORMED_BODY(
      400,
      "invalid_request",
      "The body must be a JSON object; its userId and userEmail, if present, must be strings."),
  BODY_TOO_LARGE(413, "invalid_request", "The body is larger than 16 KiB."),
  NOT_JSON(415, "invalid_request", "The body's Content-Type must be application/json."),
  METHOD_NOT_ALLOWED(
      405, "invalid_request", "This endpoint does not support this method: see the header Allow."),
  INVALID_CLIENT(400, "invalid_client", "There is no such client, or it is disabled."),
  HTTPS_REQUIRED(403, "invalid_request", "HTTPS required."),
  REALM_DISABLED(403, "access_denied", "The realm is disabled."),
  INVALID_ORIGIN(403, "invalid_origin", "This origin is not one of the client's web origins."),
  CLIENT_NOT_OPTED_IN(
      403,
      "unauthorized_client",
      "This client has not opted in: add the mapper 'Helpshift identity token' to it, or to one of"
          + " its client scopes."),
  SCOPE_NOT_GRANTED(
      403,
      "insufficient_scope",
      "The client scope with the mapper 'Helpshift identity token' was not granted to this"
          + " login or token, or the user has not consented to it: ask for the scope."),
  INELIGIBLE(
      403,
      "access_denied",
      "Only a person who has signed in themselves may have an identity token: no service"
          + " account, no impersonation, no transient session or user, no disabled user."),
  USER_ID_MISMATCH(
      409,
      "CONFIG_JWT_USER_ID_MISMATCH",
      "helpshiftConfig.userId is not the user who is signed in: set it from web-chat, then call"
          + " updateHelpshiftConfig."),
  EMAIL_MISMATCH(
      409,
      "CONFIG_JWT_EMAIL_MISMATCH",
      "helpshiftConfig.userEmail is not that of the user who is signed in: set it from web-chat,"
          + " then call updateHelpshiftConfig."),
  USERID_AND_EMAIL_MISSING(
      422,
      "USERID_AND_EMAIL_MISSING",
      "This user has neither a uid nor an email that may be sent to Helpshift."),
  NOT_CONFIGURED(
      503,
      "temporarily_unavailable",
      "Helpshift is not set up for this realm, or not for this client. The server's log says what is"
          + " missing.");

  private final int status;
  private final String error;
  private final String description;

  Refusal(int status, String error, String description) {
    this.status = status;
    this.error = error;
    this.description = description;
  }

  public int status() {
    return status;
  }

  public String error() {
    return error;
  }

  public String description() {
    return description;
  }
}
