package io.github.keycloakhelpshift.admin.check;

import static io.github.keycloakhelpshift.admin.check.Severity.ERROR;
import static io.github.keycloakhelpshift.admin.check.Severity.INFO;
import static io.github.keycloakhelpshift.admin.check.Severity.WARNING;

/**
 * Everything that the check looks for: how bad it is, why it matters and how to mend it. The names
 * are stable: they are the {@code code} of findings.
 */
enum Rule {
  SECRET_MISSING(
      ERROR,
      "Without a shared secret no identity token can be signed: everybody chats anonymously.",
      "Realm settings > Keys > Add provider > helpshift-secret: copy the shared secret from"
          + " Helpshift's dashboard."),
  SECRET_INVALID(
      ERROR,
      "A blank, padded or short secret is not the one that Helpshift has, or is too weak for HS256.",
      "Copy the shared secret again, whole and without white space, from Helpshift's dashboard."),
  SECRET_UNRESOLVED(
      ERROR,
      "A vault reference that resolves to nothing leaves no secret to sign with.",
      "Put the secret into the vault under that name for this realm, or correct the reference."),
  SECRET_IN_ATTRIBUTE(
      ERROR,
      "Whoever may view the realm may read its attributes and its mappers, and so could sign in to"
          + " Helpshift as anybody.",
      "Remove it, renew the secret in Helpshift's dashboard, and add a key provider"
          + " helpshift-secret, or write a vault reference ${vault.name}."),
  SECRETS_OF_EQUAL_PRIORITY(
      WARNING,
      "Which of them signs is chance, and one of them may be the one that Helpshift has no more.",
      "Give the newer one the higher priority, or make the older one passive."),
  ROTATION_UNFINISHED(
      WARNING,
      "An old secret that is still active signs again if the new one is disabled by mistake, and"
          + " is one more to leak.",
      "Delete the key provider of lower priority."),
  NO_CLIENT(
      WARNING,
      "Without the protocol mapper no client may have an identity token.",
      "Add the client scope with the mapper 'Helpshift identity token' to your client's default"
          + " client scopes."),
  DOMAIN_MISSING(
      ERROR,
      "Web Chat can't be loaded without the domain.",
      "Set helpshift.domain to the first part of your Helpshift address: happyapps for"
          + " happyapps.helpshift.com."),
  PLATFORM_ID_MISSING(
      ERROR,
      "Web Chat can't be loaded without the app's platform id.",
      "Set helpshift.platform_id to the Web Chat platform id in Helpshift's dashboard."),
  NO_WEB_CHAT(
      INFO,
      "The client names no web origin. A page of it can't load Web Chat without this setting; a"
          + " mobile app does not need it.",
      "Nothing, if the client is a mobile app."),
  SETTING_INVALID(
      ERROR,
      "While a setting has a value that it can't have, no token is signed.",
      "Correct the value: the message says what it must be."),
  SETTING_UNKNOWN(
      WARNING,
      "A key that is no setting does nothing: what it was meant to set has its default.",
      "Correct the key, or remove it."),
  IDENTITY_PROVIDER_UNKNOWN(
      ERROR,
      "There is no such identity provider, so nobody has this value.",
      "Write the alias of an identity provider of this realm behind idp:."),
  NOTE_UNKNOWN(
      WARNING,
      "Nothing that is set up in this realm is known to write this session note; unless an extension"
          + " does, nobody has this value.",
      "Check the name, or add what writes it, for example an identity provider mapper."),
  ATTRIBUTE_NOT_DECLARED(
      WARNING,
      "Keycloak drops attributes that the user profile does not declare, when the user or an admin"
          + " saves the account.",
      "Declare the attribute in Realm settings > User profile, for admins to edit, or allow unmanaged"
          + " attributes for admins."),
  SOURCE_USER_EDITABLE(
      ERROR,
      "Whoever can edit the value can write somebody else's into his account and read that person's"
          + " support history.",
      "Realm settings > User profile: let only admins edit the attribute, or choose another source."),
  UID_IS_EMAIL(
      ERROR,
      "Helpshift takes no email address as uid: such users have no uid and may become anonymous.",
      "Set helpshift.identity.uid to id."),
  UID_MAY_BE_EMAIL(
      INFO,
      "A user whose username is an email address has no uid, because Helpshift takes none.",
      "Set helpshift.identity.uid to id, or forbid @ in usernames in the user profile."),
  UID_NOT_UNIQUE(
      WARNING,
      "Keycloak does not see to it that no two users have the same value: they would be one user in"
          + " Helpshift and read each other's chats.",
      "Set helpshift.identity.uid to id, or to the account at an identity provider (idp:<alias>)."),
  EMAIL_UNVERIFIED_ALLOWED(
      WARNING,
      "Whoever writes somebody else's address into his account can open that person's support"
          + " history.",
      "Set helpshift.email_policy to verified, and let Keycloak verify email addresses."),
  EMAIL_NOT_UNIQUE(
      ERROR,
      "Two users with one email address would be one user in Helpshift and read each other's chats.",
      "Realm settings > Login: turn Duplicate emails off, or set helpshift.identity.email to none."),
  EMAIL_SELDOM_VERIFIED(
      INFO,
      "With the email policy verified, users whose address nobody has verified have no email identity.",
      "Realm settings > Login: turn Verify email on, if Helpshift is to know their addresses."),
  EMAIL_TRUSTED_FROM_PROVIDER(
      INFO,
      "If that provider lets people sign up with an address that is not theirs, they can open the"
          + " support history of its owner.",
      "Identity providers > Advanced settings: turn Trust email off, unless the provider verifies"
          + " every address."),
  EMAIL_OVERWRITTEN_BY_PROVIDER(
      WARNING,
      "If the address before was verified, Keycloak takes the new one for verified too: who can give"
          + " that provider somebody else's address can open that person's support history.",
      "Identity providers > Mappers: set the mapper's sync mode override to Import, or delete it."),
  CLIENT_NO_WEB_ORIGIN(
      WARNING,
      "A page of another origin than Keycloak's can't call Keycloak, so its users chat anonymously.",
      "Clients > Settings > Web origins: add the page's origin, or + for those of its redirect URIs."),
  CLIENT_ANY_WEB_ORIGIN(
      WARNING,
      "Any page in the world may use an access token of this client that it gets hold of, and the"
          + " sign-on cookie is refused to all.",
      "Clients > Settings > Web origins: name the origins instead of *."),
  CLIENT_HTTP_WEB_ORIGIN(
      WARNING,
      "Whoever shares the network with a user of an http page can change the page and take his"
          + " identity token.",
      "Serve the page by https, and name that origin."),
  THEME_NOT_CHOSEN(
      INFO,
      "The account console shows no chat.",
      "Realm settings > Themes > Account theme: helpshift, or a theme of your own with"
          + " scripts=helpshift/account.js in its theme.properties."),
  ACCOUNT_CONSOLE_NOT_OPTED_IN(
      WARNING,
      "The account theme loads the chat, and Keycloak refuses it: the account console shows none.",
      "Clients > account-console > Client scopes: add the client scope with the mapper 'Helpshift"
          + " identity token', as Default."),
  CSP_BLOCKS_WIDGET(
      ERROR,
      "The browser refuses to load the chat in Keycloak's own pages.",
      "Realm settings > Security defenses > Content-Security-Policy: add https://*.helpshift.com to"
          + " frame-src, and the address of Web Chat to script-src where there is one."),
  ACCESS_TOKEN_OUTLIVES_SESSION(
      WARNING,
      "Apps go on with an access token after the session has ended, and learn only at their next"
          + " call that the chat must end too.",
      "Realm settings > Tokens, or the client's advanced settings: make access tokens live for minutes,"
          + " shorter than the session's idle timeout."),
  IMPERSONATION(
      INFO,
      "An admin who impersonates a user gets no identity token, because he is not that user: he sees"
          + " an anonymous chat.",
      "Nothing. To see what a user's token says, use the preview.");

  private final Severity severity;
  private final String why;
  private final String fix;

  Rule(Severity severity, String why, String fix) {
    this.severity = severity;
    this.why = why;
    this.fix = fix;
  }

  Severity severity() {
    return severity;
  }

  /** Why it matters. */
  String why() {
    return why;
  }

  /** How to mend it. */
  String fix() {
    return fix;
  }
}
