package io.github.keycloakhelpshift.admin.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Severity;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
  record Mistake(Code code, String name, Consumer<CheckFixture> made) {
    @Override
    public String toString() {
      return code + ": " + name;
    }
  }

  static final List<Mistake> MISTAKES =
      List.of(
          mistake(Code.SECRET_MISSING, "no secret", realm -> realm.secrets.clear()),
          mistake(
              Code.SECRET_MISSING,
              "a secret that is not active",
              realm -> realm.secrets.get(0).put(Attributes.ACTIVE_KEY, false)),
          mistake(
              Code.SECRET_MISSING,
              "no secret for the client's own app",
              realm -> {
                realm.secrets.get(0).put("platformId", "p1");
                realm.mapperConfig.put("helpshift.platform_id", "p2");
              }),
          mistake(Code.SECRET_INVALID, "weak", realm -> realm.secrets.get(0).put("secret", "weak")),
          mistake(
              Code.SECRET_INVALID,
              "weak, of a key provider without a name",
              realm -> {
                realm.secrets.get(0).setName(null);
                realm.secrets.get(0).put("secret", "weak");
              }),
          mistake(
              Code.EMAIL_CHANGED_BY_DIRECTORY,
              "of a directory without a name",
              realm -> realm.ldap("staff").setName(null)),
          mistake(Code.SECRET_INVALID, "blank", realm -> realm.secrets.get(0).put("secret", " ")),
          mistake(
              Code.SECRET_INVALID,
              "padded",
              realm -> realm.secrets.get(0).put("secret", CheckFixture.GOOD_SECRET + "\n")),
          mistake(
              Code.SECRET_UNRESOLVED,
              "in the key provider",
              realm -> realm.secrets.get(0).put("secret", "${vault.none}")),
          mistake(
              Code.SECRET_UNRESOLVED,
              "in the attribute",
              realm -> realm.attributes.put("helpshift.secret", "${vault.none}")),
          mistake(
              Code.SECRET_IN_ATTRIBUTE,
              "of the realm",
              realm -> realm.attributes.put("helpshift.secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Code.SECRET_IN_ATTRIBUTE,
              "of the realm, under a key that is no setting",
              realm -> realm.attributes.put("helpshift.shared_secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Code.SECRET_IN_ATTRIBUTE,
              "in the mapper",
              realm -> realm.mapperConfig.put("helpshift.secret", CheckFixture.GOOD_SECRET)),
          mistake(
              Code.SECRETS_OF_EQUAL_PRIORITY,
              "two",
              realm -> realm.secret("second", CheckFixture.GOOD_SECRET, 100, 0)),
          mistake(
              Code.ROTATION_UNFINISHED,
              "31 days",
              realm -> {
                realm.secrets.clear();
                realm.secret("old", CheckFixture.GOOD_SECRET, 100, 400);
                realm.secret("new", CheckFixture.GOOD_SECRET, 200, 31);
              }),
          mistake(Code.NO_CLIENT, "none", realm -> realm.hasClient = false),
          mistake(
              Code.DOMAIN_MISSING, "none", realm -> realm.attributes.remove("helpshift.domain")),
          mistake(
              Code.DOMAIN_MISSING,
              "blank, without a client",
              realm -> {
                realm.hasClient = false;
                realm.attributes.put("helpshift.domain", " ");
              }),
          mistake(
              Code.PLATFORM_ID_MISSING,
              "none",
              realm -> realm.attributes.remove("helpshift.platform_id")),
          mistake(
              Code.DOMAIN_MISSING,
              "for Keycloak's own pages",
              realm -> {
                realm.attributes.remove("helpshift.domain");
                realm.webOrigins.clear();
              }),
          mistake(
              Code.PLATFORM_ID_MISSING,
              "for pages of any origin",
              realm -> {
                realm.accountConsoleOptedIn = false;
                realm.attributes.remove("helpshift.platform_id");
                realm.webOrigins.clear();
                realm.webOrigins.add("*");
              }),
          mistake(
              Code.NO_WEB_CHAT,
              "a mobile app",
              realm -> {
                realm.mobileAlone();
                realm.attributes.remove("helpshift.domain");
              }),
          mistake(
              Code.SETTING_INVALID,
              "a whole address as domain",
              realm ->
                  realm.attributes.put("helpshift.domain", "https://happyapps.helpshift.com/")),
          mistake(
              Code.SETTING_INVALID,
              "in the mapper",
              realm -> realm.mapperConfig.put("helpshift.tags_removed", "perhaps")),
          mistake(
              Code.SETTING_UNKNOWN,
              "a wrong letter",
              realm -> realm.attributes.put("helpshift.platfrom_id", "p1")),
          mistake(
              Code.SETTING_UNKNOWN,
              "a wrong prefix",
              realm -> realm.attributes.put("helpshift_platformId", "p1")),
          mistake(
              Code.SETTING_UNKNOWN,
              "like no setting",
              realm -> realm.attributes.put("helpshift.something_else", "x")),
          mistake(
              Code.IDENTITY_PROVIDER_UNKNOWN,
              "for an identity",
              realm -> realm.attributes.put("helpshift.identity.steam_id", "idp:steam")),
          mistake(
              Code.IDENTITY_PROVIDER_UNKNOWN,
              "for user data, in the mapper",
              realm -> realm.mapperConfig.put("helpshift.user_data.app.user_level", "idp:steam")),
          mistake(
              Code.NOTE_UNKNOWN,
              "for user data",
              realm ->
                  realm.attributes.put("helpshift.user_data.global.last_country", "note:country")),
          mistake(
              Code.ATTRIBUTE_NOT_DECLARED,
              "for an identity",
              realm -> realm.attributes.put("helpshift.identity.phone_number", "mobile")),
          mistake(
              Code.SOURCE_USER_EDITABLE,
              "declared",
              realm -> {
                realm.declare("steam", "admin", "user");
                realm.attributes.put("helpshift.identity.steam_id", "steam");
              }),
          mistake(
              Code.SOURCE_USER_EDITABLE,
              "not declared, where users may write what they like",
              realm -> {
                realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
                realm.attributes.put("helpshift.identity.steam_id", "steam");
              }),
          mistake(
              Code.SOURCE_USER_EDITABLE,
              "a username that users can change",
              realm -> {
                when(realm.realm.isEditUsernameAllowed()).thenReturn(true);
                realm.attributes.put("helpshift.identity.uid", "username");
              }),
          mistake(
              Code.SOURCE_USER_EDITABLE,
              "an email address that nobody verifies",
              realm -> realm.attributes.put("helpshift.email_policy", "any")),
          mistake(
              Code.UID_IS_EMAIL,
              "the email",
              realm -> realm.attributes.put("helpshift.identity.uid", "email")),
          mistake(
              Code.UID_IS_EMAIL,
              "a username that is one",
              realm -> {
                when(realm.realm.isRegistrationEmailAsUsername()).thenReturn(true);
                realm.attributes.put("helpshift.identity.uid", "username");
              }),
          mistake(
              Code.UID_MAY_BE_EMAIL,
              "a username",
              realm -> realm.attributes.put("helpshift.identity.uid", "username")),
          mistake(
              Code.UID_NOT_UNIQUE,
              "an attribute",
              realm -> {
                realm.declare("number", "admin");
                realm.attributes.put("helpshift.identity.uid", "number");
              }),
          mistake(
              Code.UID_NOT_UNIQUE,
              "a note",
              realm -> realm.attributes.put("helpshift.identity.uid", "note:psn")),
          mistake(
              Code.EMAIL_UNVERIFIED_ALLOWED,
              "in the realm",
              realm -> realm.attributes.put("helpshift.email_policy", "any")),
          mistake(
              Code.EMAIL_NOT_UNIQUE,
              "duplicates",
              realm -> when(realm.realm.isDuplicateEmailsAllowed()).thenReturn(true)),
          mistake(
              Code.EMAIL_SELDOM_VERIFIED,
              "off",
              realm -> when(realm.realm.isVerifyEmail()).thenReturn(false)),
          mistake(
              Code.EMAIL_TRUSTED_FROM_PROVIDER,
              "on",
              realm -> realm.identityProvider.setTrustEmail(true)),
          mistake(
              Code.EMAIL_OVERWRITTEN_BY_PROVIDER,
              "at each login",
              realm -> realm.emailMapper.getConfig().put("syncMode", "FORCE")),
          mistake(Code.CLIENT_NO_WEB_ORIGIN, "none", realm -> realm.webOrigins.clear()),
          mistake(Code.CLIENT_ANY_WEB_ORIGIN, "*", realm -> realm.webOrigins.add("*")),
          mistake(
              Code.CLIENT_HTTP_WEB_ORIGIN,
              "http",
              realm -> realm.webOrigins.add("http://shop.example.com")),
          mistake(
              Code.THEME_NOT_CHOSEN,
              "another",
              realm -> when(realm.realm.getAccountTheme()).thenReturn("keycloak.v3")),
          mistake(
              Code.THEME_NOT_CHOSEN,
              "a child of our theme with scripts of its own",
              realm -> {
                realm.themeScripts.put("child", "js/own.js");
                when(realm.realm.getAccountTheme()).thenReturn("child");
              }),
          mistake(
              Code.ACCOUNT_CONSOLE_NOT_OPTED_IN,
              "our theme",
              realm -> realm.accountConsoleOptedIn = false),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "a theme of one's own",
              realm -> {
                realm.ownTheme();
                realm.headers.put("contentSecurityPolicy", "frame-src 'self'");
              }),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "the account console's own domain",
              realm -> {
                realm.headers.put("contentSecurityPolicy", "frame-src https://acme.helpshift.com");
                realm.accountConsoleConfig.put("helpshift.domain", "other");
              }),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "login pages of one client",
              realm -> {
                when(realm.realm.getAccountTheme()).thenReturn(null);
                realm.themeScripts.put("login", "helpshift/login.js");
                when(realm.realm.getLoginTheme()).thenReturn("login");
                realm.attributes.put("helpshift.login_pages", "true");
                realm.headers.put("contentSecurityPolicy", "default-src 'self'");
              }),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "Keycloak's default",
              realm ->
                  realm.headers.put(
                      "contentSecurityPolicy",
                      "frame-src 'self'; frame-ancestors 'self'; object-src 'none';")),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "scripts",
              realm ->
                  realm.headers.put(
                      "contentSecurityPolicy", "frame-src *; script-src 'self' 'unsafe-inline'")),
          mistake(
              Code.CSP_BLOCKS_WIDGET,
              "only login pages",
              realm -> {
                when(realm.realm.getAccountTheme()).thenReturn(null);
                realm.themeScripts.put("login", "helpshift/login.js");
                when(realm.realm.getLoginTheme()).thenReturn("login");
                realm.attributes.put("helpshift.login_pages", "true");
                realm.headers.put("contentSecurityPolicy", "default-src 'self'");
              }),
          mistake(
              Code.ACCESS_TOKEN_OUTLIVES_SESSION,
              "the realm's",
              realm -> when(realm.realm.getAccessTokenLifespan()).thenReturn(1801)),
          mistake(
              Code.ACCESS_TOKEN_OUTLIVES_SESSION,
              "the client's",
              realm -> realm.clientAttributes.put("access.token.lifespan", "86400")),
          mistake(Code.IMPERSONATION, "on", realm -> realm.impersonation = true));

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
                      .secret("other", CheckFixture.GOOD_SECRET + "2", 100, 400)
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
              "an undeclared attribute that only admins may write",
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
                when(realm.client.isDirectAccessGrantsEnabled()).thenReturn(true);
                realm.webOrigins.clear();
              }),
          mistake(
              null,
              "attributes of others",
              realm -> {
                realm.attributes.put("frontendUrl", "https://sso.example.com");
                realm.attributes.put("cibaInterval", "5");
              }));

  private static Mistake mistake(Code code, String name, Consumer<CheckFixture> made) {
    return new Mistake(code, name, made);
  }

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void finds(Mistake mistake) {
    CheckFixture realm = new CheckFixture();
    mistake.made().accept(realm);

    List<Finding> findings = realm.findings();

    assertThat(findings).extracting(Finding::code).contains(mistake.code());
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

    assertThat(realm.findings())
        .filteredOn(finding -> finding.code().severity() != Severity.INFO)
        .isEmpty();
  }

  @Test
  @DisplayName("a realm with only a mobile app, which needs no Web Chat, has no error")
  void mobileAlone() {
    CheckFixture realm = new CheckFixture();
    realm.mobileAlone();
    realm.attributes.clear();

    assertThat(realm.findings())
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(
            Code.NO_WEB_CHAT, Code.NO_WEB_CHAT, Code.THEME_NOT_CHOSEN, Code.SETTINGS_SAID_HERE);
  }

  @Test
  @DisplayName("every code is the mistake of some realm")
  void complete() {
    Set<Code> tested =
        Stream.concat(
                MISTAKES.stream().map(Mistake::code),
                MistakesTest.MISTAKES.stream().map(MistakesTest.Mistake::code))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Code.class)));
    tested.add(Code.CHECK_FAILED);
    assertThat(tested).containsExactly(Code.values());
  }

  @Test
  @DisplayName("a rule that fails is a finding, and the others find what they look for")
  void failingRule() {
    CheckFixture realm = new CheckFixture();
    realm.attributes.remove("helpshift.domain");
    when(realm.session.identityProviders()).thenThrow(new IllegalStateException("no database"));

    List<Finding> findings = realm.findings();

    assertThat(findings)
        .extracting(Finding::code)
        .contains(Code.CHECK_FAILED, Code.DOMAIN_MISSING)
        .doesNotContain(Code.SECRET_MISSING);
    assertThat(findings.toString()).doesNotContain("no database");
  }

  @Test
  @DisplayName("the same secret in the vault and in a key provider for any app is not of two apps")
  void secretOfAnyApp() {
    CheckFixture realm = new CheckFixture();
    realm.attributes.put("helpshift.platform_id", "p1");
    realm.vaultEntries.put("${vault.app}", CheckFixture.GOOD_SECRET);
    realm.attributes.put("helpshift.secret", "${vault.app}");
    realm.secrets.clear();
    realm.secret("any", CheckFixture.GOOD_SECRET, 100, 1);

    assertThat(realm.findings())
        .extracting(Finding::code)
        .contains(Code.SECRET_UNUSED)
        .doesNotContain(Code.SECRET_SHARED);
  }

  @Test
  @DisplayName("a broken vault is a finding of the secret")
  void brokenVault() {
    CheckFixture realm = new CheckFixture();
    realm.secrets.get(0).put("secret", "${vault.folder}");
    when(realm.session.vault().getStringSecret("${vault.folder}"))
        .thenThrow(new IllegalStateException("is a directory"));

    assertThat(realm.findings())
        .extracting(Finding::code)
        .contains(Code.SECRET_UNRESOLVED)
        .doesNotContain(Code.CHECK_FAILED);
  }

  @Test
  @DisplayName("the worst come first")
  void order() {
    CheckFixture realm = new CheckFixture();
    realm.impersonation = true;
    realm.webOrigins.clear();
    realm.secrets.clear();

    assertThat(realm.findings())
        .extracting(finding -> finding.code().severity())
        .isSorted()
        .contains(Severity.values());
  }

  @Test
  @DisplayName(
      "a finding about an overriding setting is at the client, about an inherited one once at the realm")
  void owner() {
    CheckFixture realm = new CheckFixture();
    realm.attributes.put("helpshift.identity.steam_id", "idp:none");
    realm.mapperConfig.put("helpshift.user_data.app.user_level", "idp:none");

    assertThat(realm.findings())
        .filteredOn(finding -> finding.code() == Code.IDENTITY_PROVIDER_UNKNOWN)
        .extracting(Finding::place)
        .containsExactlyInAnyOrder(
            Place.REALM.setting("helpshift.identity.steam_id"),
            Place.ofClient("web").setting("helpshift.user_data.app.user_level"));
  }

  @Test
  @DisplayName("a secret under a misspelt key is not sent to another attribute")
  void misspeltSecret() {
    CheckFixture realm = new CheckFixture();
    realm.attributes.put("helpshift_secret", CheckFixture.GOOD_SECRET);

    assertThat(realm.findings())
        .extracting(Finding::code)
        .contains(Code.SECRET_IN_ATTRIBUTE)
        .doesNotContain(Code.SETTING_UNKNOWN);
  }

  @Test
  @DisplayName("what only looks like a secret's place, and holds a reference, is no leak")
  void referenceIsNoSecret() {
    for (String text : List.of("${vault.one", "vault.one", "${HELPSHIFT_SECRET}")) {
      CheckFixture realm = new CheckFixture();
      realm.attributes.put("helpshift.secret", text);

      assertThat(realm.findings())
          .extracting(Finding::code)
          .contains(Code.SETTING_INVALID)
          .doesNotContain(Code.SECRET_IN_ATTRIBUTE);
    }
  }

  @Test
  @DisplayName("a finding about a client scope's setting is at the scope, once for all its clients")
  void scope() {
    CheckFixture realm = new CheckFixture();
    realm.hasOwnMapper = false;
    realm.scope("helpshift", true, Map.of("helpshift.identity.steam_id", "idp:none"));

    assertThat(realm.findings())
        .filteredOn(finding -> finding.code() == Code.IDENTITY_PROVIDER_UNKNOWN)
        .extracting(Finding::place)
        .containsExactly(Place.ofScope("helpshift").setting("helpshift.identity.steam_id"));
  }
}
