package io.github.keycloakhelpshift.admin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.keys.Attributes;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

class CheckTest {

  /** One mistake, and the rule that it breaks. */
  record Mistake(Rule rule, String name, Consumer<CheckFixture> made) {
    @Override
    public String toString() {
      return rule + ": " + name;
    }
  }

  static final List<Mistake> MISTAKES =
      List.of(
          mistake(Rule.SECRET_MISSING, "no secret", realm -> realm.secrets.clear()),
          mistake(
              Rule.SECRET_MISSING,
              "a secret that is not active",
              realm -> realm.secrets.get(0).put(Attributes.ACTIVE_KEY, false)),
          mistake(
              Rule.SECRET_MISSING,
              "no secret for the client's own app",
              realm -> {
                realm.secrets.get(0).put("platformId", "p1");
                realm.mapperConfig.put("helpshift.platform_id", "p2");
              }),
          mistake(Rule.SECRET_INVALID, "weak", realm -> realm.secrets.get(0).put("secret", "weak")),
          mistake(Rule.SECRET_INVALID, "blank", realm -> realm.secrets.get(0).put("secret", " ")),
          mistake(
              Rule.SECRET_INVALID,
              "padded",
              realm -> realm.secrets.get(0).put("secret", CheckFixture.GOOD_SECRET + "\n")),
          mistake(
              Rule.SECRET_UNRESOLVED,
              "in the key provider",
              realm -> realm.secrets.get(0).put("secret", "${vault.none}")),
          mistake(
              Rule.SECRET_UNRESOLVED,
              "in the attribute",
              realm -> realm.attributes.put("helpshift.secret", "${vault.none}")),
          mistake(
              Rule.SECRET_IN_ATTRIBUTE,
              "of the realm",
              realm -> realm.attributes.put("helpshift.secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Rule.SECRET_IN_ATTRIBUTE,
              "of the realm, under a key that is no setting",
              realm -> realm.attributes.put("helpshift.shared_secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Rule.SECRET_IN_ATTRIBUTE,
              "in the mapper",
              realm -> realm.mapperConfig.put("helpshift.secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Rule.SECRETS_OF_EQUAL_PRIORITY,
              "two",
              realm -> realm.secret("second", CheckFixture.GOOD_SECRET, 100, 0)),
          mistake(
              Rule.ROTATION_UNFINISHED,
              "31 days",
              realm -> {
                realm.secrets.clear();
                realm.secret("old", CheckFixture.GOOD_SECRET, 100, 400);
                realm.secret("new", CheckFixture.GOOD_SECRET, 200, 31);
              }),
          mistake(Rule.NO_CLIENT, "none", realm -> realm.hasClient = false),
          mistake(
              Rule.DOMAIN_MISSING, "none", realm -> realm.attributes.remove("helpshift.domain")),
          mistake(
              Rule.DOMAIN_MISSING,
              "blank, without a client",
              realm -> {
                realm.hasClient = false;
                realm.attributes.put("helpshift.domain", " ");
              }),
          mistake(
              Rule.PLATFORM_ID_MISSING,
              "none",
              realm -> realm.attributes.remove("helpshift.platform_id")),
          mistake(
              Rule.DOMAIN_MISSING,
              "for Keycloak's own pages",
              realm -> {
                realm.attributes.remove("helpshift.domain");
                realm.webOrigins.clear();
              }),
          mistake(
              Rule.PLATFORM_ID_MISSING,
              "for pages of any origin",
              realm -> {
                realm.accountConsoleOptedIn = false;
                realm.attributes.remove("helpshift.platform_id");
                realm.webOrigins.clear();
                realm.webOrigins.add("*");
              }),
          mistake(
              Rule.NO_WEB_CHAT,
              "a mobile app",
              realm -> {
                realm.mobileAlone();
                realm.attributes.remove("helpshift.domain");
              }),
          mistake(
              Rule.SETTING_INVALID,
              "a whole address as domain",
              realm ->
                  realm.attributes.put("helpshift.domain", "https://happyapps.helpshift.com/")),
          mistake(
              Rule.SETTING_INVALID,
              "in the mapper",
              realm -> realm.mapperConfig.put("helpshift.email_policy", "perhaps")),
          mistake(
              Rule.SETTING_UNKNOWN,
              "a wrong letter",
              realm -> realm.attributes.put("helpshift.platfrom_id", "p1")),
          mistake(
              Rule.SETTING_UNKNOWN,
              "a wrong prefix",
              realm -> realm.attributes.put("helpshift_platformId", "p1")),
          mistake(
              Rule.SETTING_UNKNOWN,
              "like no setting",
              realm -> realm.attributes.put("helpshift.something_else", "x")),
          mistake(
              Rule.IDENTITY_PROVIDER_UNKNOWN,
              "for an identity",
              realm -> realm.attributes.put("helpshift.identity.steam_id", "idp:steam")),
          mistake(
              Rule.IDENTITY_PROVIDER_UNKNOWN,
              "for metadata, in the mapper",
              realm ->
                  realm.mapperConfig.put("helpshift.identity.uid.metadata.steam", "idp:steam")),
          mistake(
              Rule.NOTE_UNKNOWN,
              "for user data",
              realm ->
                  realm.attributes.put("helpshift.user_data.global.last_country", "note:country")),
          mistake(
              Rule.ATTRIBUTE_NOT_DECLARED,
              "for an identity",
              realm -> realm.attributes.put("helpshift.identity.phone_number", "mobile")),
          mistake(
              Rule.SOURCE_USER_EDITABLE,
              "declared",
              realm -> {
                realm.declare("steam", "admin", "user");
                realm.attributes.put("helpshift.identity.steam_id", "steam");
              }),
          mistake(
              Rule.SOURCE_USER_EDITABLE,
              "not declared, where users may write what they like",
              realm -> {
                realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
                realm.attributes.put("helpshift.identity.steam_id", "steam");
              }),
          mistake(
              Rule.SOURCE_USER_EDITABLE,
              "a username that users can change",
              realm -> {
                when(realm.realm.isEditUsernameAllowed()).thenReturn(true);
                realm.attributes.put("helpshift.identity.uid", "username");
              }),
          mistake(
              Rule.SOURCE_USER_EDITABLE,
              "an email address that nobody verifies",
              realm -> realm.attributes.put("helpshift.email_policy", "any")),
          mistake(
              Rule.UID_IS_EMAIL,
              "the email",
              realm -> realm.attributes.put("helpshift.identity.uid", "email")),
          mistake(
              Rule.UID_IS_EMAIL,
              "a username that is one",
              realm -> {
                when(realm.realm.isRegistrationEmailAsUsername()).thenReturn(true);
                realm.attributes.put("helpshift.identity.uid", "username");
              }),
          mistake(
              Rule.UID_MAY_BE_EMAIL,
              "a username",
              realm -> realm.attributes.put("helpshift.identity.uid", "username")),
          mistake(
              Rule.UID_NOT_UNIQUE,
              "an attribute",
              realm -> {
                realm.declare("number", "admin");
                realm.attributes.put("helpshift.identity.uid", "number");
              }),
          mistake(
              Rule.UID_NOT_UNIQUE,
              "a note",
              realm -> realm.attributes.put("helpshift.identity.uid", "note:psn")),
          mistake(
              Rule.EMAIL_UNVERIFIED_ALLOWED,
              "in the realm",
              realm -> realm.attributes.put("helpshift.email_policy", "any")),
          mistake(
              Rule.EMAIL_NOT_UNIQUE,
              "duplicates",
              realm -> when(realm.realm.isDuplicateEmailsAllowed()).thenReturn(true)),
          mistake(
              Rule.EMAIL_SELDOM_VERIFIED,
              "off",
              realm -> when(realm.realm.isVerifyEmail()).thenReturn(false)),
          mistake(
              Rule.EMAIL_TRUSTED_FROM_PROVIDER,
              "on",
              realm -> realm.identityProvider.setTrustEmail(true)),
          mistake(
              Rule.EMAIL_OVERWRITTEN_BY_PROVIDER,
              "at each login",
              realm -> realm.emailMapper.getConfig().put("syncMode", "FORCE")),
          mistake(Rule.CLIENT_NO_WEB_ORIGIN, "none", realm -> realm.webOrigins.clear()),
          mistake(Rule.CLIENT_ANY_WEB_ORIGIN, "*", realm -> realm.webOrigins.add("*")),
          mistake(
              Rule.CLIENT_HTTP_WEB_ORIGIN,
              "http",
              realm -> realm.webOrigins.add("http://shop.example.com")),
          mistake(
              Rule.THEME_NOT_CHOSEN,
              "another",
              realm -> when(realm.realm.getAccountTheme()).thenReturn("keycloak.v3")),
          mistake(
              Rule.THEME_NOT_CHOSEN,
              "a child of our theme with scripts of its own",
              realm -> {
                realm.themeScripts.put("child", "js/own.js");
                when(realm.realm.getAccountTheme()).thenReturn("child");
              }),
          mistake(
              Rule.ACCOUNT_CONSOLE_NOT_OPTED_IN,
              "our theme",
              realm -> realm.accountConsoleOptedIn = false),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "a theme of one's own",
              realm -> {
                realm.ownTheme();
                realm.headers.put("contentSecurityPolicy", "frame-src 'self'");
              }),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "the account console's own domain",
              realm -> {
                realm.headers.put("contentSecurityPolicy", "frame-src https://acme.helpshift.com");
                realm.accountConsoleConfig.put("helpshift.domain", "other");
              }),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "login pages of one client",
              realm -> {
                when(realm.realm.getAccountTheme()).thenReturn(null);
                realm.themeScripts.put("login", "helpshift/login.js");
                when(realm.realm.getLoginTheme()).thenReturn("login");
                realm.mapperConfig.put("helpshift.login_pages", "true");
                realm.headers.put("contentSecurityPolicy", "default-src 'self'");
              }),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "Keycloak's default",
              realm ->
                  realm.headers.put(
                      "contentSecurityPolicy",
                      "frame-src 'self'; frame-ancestors 'self'; object-src 'none';")),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "scripts",
              realm ->
                  realm.headers.put(
                      "contentSecurityPolicy", "frame-src *; script-src 'self' 'unsafe-inline'")),
          mistake(
              Rule.CSP_BLOCKS_WIDGET,
              "login pages alone",
              realm -> {
                when(realm.realm.getAccountTheme()).thenReturn(null);
                realm.themeScripts.put("login", "helpshift/login.js");
                when(realm.realm.getLoginTheme()).thenReturn("login");
                realm.attributes.put("helpshift.login_pages", "true");
                realm.headers.put("contentSecurityPolicy", "default-src 'self'");
              }),
          mistake(
              Rule.ACCESS_TOKEN_OUTLIVES_SESSION,
              "the realm's",
              realm -> when(realm.realm.getAccessTokenLifespan()).thenReturn(1801)),
          mistake(
              Rule.ACCESS_TOKEN_OUTLIVES_SESSION,
              "the client's",
              realm -> realm.clientAttributes.put("access.token.lifespan", "86400")),
          mistake(Rule.IMPERSONATION, "on", realm -> realm.impersonation = true));

  static final List<Mistake> NO_MISTAKES =
      List.of(
          mistake(null, "nothing", realm -> {}),
          mistake(
              null,
              "a child of our theme",
              realm -> {
                realm.themeScripts.put("child", "helpshift/account.js");
                when(realm.realm.getAccountTheme()).thenReturn("child");
              }),
          mistake(null, "a theme of one's own", CheckFixture::ownTheme),
          mistake(
              null,
              "a policy that allows the account console's own domain",
              realm -> {
                realm.headers.put("contentSecurityPolicy", "frame-src https://other.helpshift.com");
                realm.accountConsoleConfig.put("helpshift.domain", "other");
              }),
          mistake(
              null,
              "an address from a provider that is not enabled",
              realm -> {
                realm.identityProvider.setEnabled(false);
                realm.emailMapper.getConfig().put("syncMode", "FORCE");
              }),
          mistake(
              null,
              "no account console",
              realm -> {
                when(realm.accountConsole.isEnabled()).thenReturn(false);
                when(realm.realm.getAccountTheme()).thenReturn("keycloak.v3");
              }),
          mistake(
              null,
              "a rotation of 29 days",
              realm -> {
                realm.secrets.clear();
                realm.secret("old", CheckFixture.GOOD_SECRET, 100, 400);
                realm.secret("new", CheckFixture.GOOD_SECRET, 200, 29);
              }),
          mistake(
              null,
              "secrets of two apps, of equal priority",
              realm ->
                  realm
                      .secret("other", CheckFixture.GOOD_SECRET, 100, 400)
                      .put("platformId", "p2")),
          mistake(
              null,
              "sources that are there and safe",
              realm -> {
                realm.declare("steam", "admin");
                realm.attributes.put("helpshift.identity.steam_id", "steam");
                realm.attributes.put("helpshift.identity.discord_id", "idp:discord");
                realm.attributes.put("helpshift.identity.psn_id", "note:psn");
                realm.attributes.put("helpshift.user_data.global.first_name", "firstName");
              }),
          mistake(
              null,
              "an attribute that admins alone may write, undeclared",
              realm -> {
                realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
                realm.attributes.put("helpshift.identity.steam_id", "steam");
              }),
          mistake(
              null,
              "duplicate emails that are not sent",
              realm -> {
                when(realm.realm.isDuplicateEmailsAllowed()).thenReturn(true);
                realm.attributes.put("helpshift.identity.email", "none");
              }),
          mistake(
              null, "http on this machine", realm -> realm.webOrigins.add("http://localhost:3000")),
          mistake(
              null,
              "a client without a browser",
              realm -> {
                when(realm.client.isStandardFlowEnabled()).thenReturn(false);
                realm.webOrigins.clear();
              }),
          mistake(
              null,
              "attributes of others",
              realm -> {
                realm.attributes.put("frontendUrl", "https://sso.example.com");
                realm.attributes.put("cibaInterval", "5");
              }));

  private static Mistake mistake(Rule rule, String name, Consumer<CheckFixture> made) {
    return new Mistake(rule, name, made);
  }

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void finds(Mistake mistake) {
    CheckFixture realm = new CheckFixture();
    mistake.made().accept(realm);

    List<Finding> findings = realm.findings();

    assertThat(findings).extracting(Finding::rule).contains(mistake.rule());
    assertThat(findings).doesNotHaveDuplicates();
    assertThat(findings.toString())
        .as("no finding repeats a secret, and none has a gap")
        .doesNotContain(CheckFixture.GOOD_SECRET, "%s");
  }

  @ParameterizedTest
  @FieldSource("NO_MISTAKES")
  void findsNothingIn(Mistake mistake) {
    CheckFixture realm = new CheckFixture();
    mistake.made().accept(realm);

    assertThat(realm.findings()).isEmpty();
  }

  @Test
  @DisplayName("a realm with a mobile app alone, which needs no Web Chat, has no error")
  void mobileAlone() {
    CheckFixture realm = new CheckFixture();
    realm.mobileAlone();
    realm.attributes.clear();

    assertThat(realm.findings())
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder(Rule.NO_WEB_CHAT, Rule.NO_WEB_CHAT, Rule.THEME_NOT_CHOSEN);
  }

  @Test
  @DisplayName("every rule is broken by some mistake above")
  void complete() {
    Set<Rule> tested =
        MISTAKES.stream()
            .map(Mistake::rule)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
    assertThat(tested).containsExactly(Rule.values());
  }

  @Test
  @DisplayName("the worst come first, and each says what, why and how to mend it")
  void order() {
    CheckFixture realm = new CheckFixture();
    realm.impersonation = true;
    realm.webOrigins.clear();
    realm.secrets.clear();

    List<Finding> findings = realm.findings();

    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly(Rule.SECRET_MISSING, Rule.CLIENT_NO_WEB_ORIGIN, Rule.IMPERSONATION);
    assertThat(findings.get(1).toMap())
        .containsEntry("severity", "warning")
        .containsEntry("code", "CLIENT_NO_WEB_ORIGIN")
        .containsEntry("client", "web")
        .containsKeys("what", "why", "fix")
        .doesNotContainKey("setting");
  }

  @Test
  @DisplayName("what a client overrides is found at the client, what it inherits once at the realm")
  void owner() {
    CheckFixture realm = new CheckFixture();
    realm.attributes.put("helpshift.identity.steam_id", "idp:none");
    realm.mapperConfig.put("helpshift.identity.xbox_live_id", "idp:none");

    assertThat(realm.findings())
        .extracting(Finding::setting, Finding::client)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("helpshift.identity.steam_id", null),
            org.assertj.core.groups.Tuple.tuple("helpshift.identity.xbox_live_id", "web"));
  }

  @Test
  void suggestsWhatWasMeant() {
    Stream.of(
            "helpshift.platfrom_id",
            "helpshift.platformId",
            "Helpshift.Platform-ID",
            "heplshift.platform_id")
        .forEach(key -> assertThat(SettingKeySuggestion.of(key)).contains("helpshift.platform_id"));
    assertThat(SettingKeySuggestion.of("helpshift.identity.steam"))
        .contains("helpshift.identity.steam_id");
    assertThat(SettingKeySuggestion.of("frontendUrl")).isEmpty();
    assertThat(SettingKeySuggestion.of("helpshift.something_else")).isEmpty();
  }
}
