package io.github.keycloakhelpshift.admin.check;

import static io.github.keycloakhelpshift.admin.check.finding.Place.REALM;
import static io.github.keycloakhelpshift.admin.check.finding.Place.ofClient;
import static io.github.keycloakhelpshift.admin.check.finding.Place.ofScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.FindingRepresentation;
import io.github.keycloakhelpshift.admin.check.finding.FindingTexts;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.keycloak.common.enums.SslRequired;
import org.keycloak.keys.Attributes;
import org.keycloak.models.ClientInitialAccessModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** Mistakes that admins make, one at a time: what the check finds, and where. */
class MistakesTest {

  private static final String FULL_PRIVACY = "helpshift.full_privacy";
  private static final String SECRET = CheckFixture.GOOD_SECRET;

  /** Words of English sentences that no German one has, and no name in Keycloak's console. */
  private static final Pattern ENGLISH =
      Pattern.compile("\\b(the|is|are|has|have|not|with|which|that|this|needs|does|where|and)\\b");

  /**
   * One mistake.
   *
   * @param code what the check should find
   * @param place what it is about
   * @param says words of the finding, for example the suggestion
   * @param made makes it
   */
  record Mistake(Code code, Place place, String says, Consumer<CheckFixture> made) {
    @Override
    public String toString() {
      return code + " " + place.setting().orElse("") + " " + says;
    }
  }

  static final List<Mistake> MISTAKES =
      Stream.of(privacy(), secrets(), nobody(), settings(), sources(), emails(), clients(), pages())
          .flatMap(mistakes -> mistakes)
          .toList();

  private static Stream<Mistake> privacy() {
    return Stream.of(
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "yes", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "On", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "1", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "no", "Write false."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "\"true\"", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "'False'", "Write false."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "enabled", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "ture", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "flase", "Write false."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "user.isMinor", "Declare the attribute"),
        attribute(Code.FULL_PRIVACY_FOR_ALL, FULL_PRIVACY, "idp:discord", "on for everybody"),
        mistake(
            Code.FULL_PRIVACY_OFF,
            ofScope("helpshift").setting(FULL_PRIVACY),
            "Write true.",
            realm -> realm.scope("helpshift", true, Map.of(FULL_PRIVACY, "YES"))),
        attribute(
            Code.SETTING_UNKNOWN,
            "helpshift.full_private",
            "true",
            "Did you mean helpshift.full_privacy?"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "isMinor=true", "Declare the attribute"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "none", "none"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "isMinor", "Declare the attribute"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "idp:nobody", "does not exist"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "idp:nobody", "fix=Write true, or the name"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "note:minor", "fix=Write true, or the name"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "${FULL_PRIVACY:true}", "placeholder"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "{{ full_privacy }}", "placeholder"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "$FULL_PRIVACY", "placeholder"),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "t", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "Wahr", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "ja", "Write true."),
        attribute(Code.FULL_PRIVACY_OFF, FULL_PRIVACY, "treu", "Write true."),
        mistake(
            Code.FULL_PRIVACY_OFF,
            REALM.setting(FULL_PRIVACY),
            "placeholder",
            realm -> {
              realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
              realm.attributes.put(FULL_PRIVACY, "${FULL_PRIVACY}");
            }),
        mistake(
            Code.FULL_PRIVACY_OFF,
            REALM.setting(FULL_PRIVACY),
            "Write true.",
            realm -> {
              realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
              realm.attributes.put(FULL_PRIVACY, "yes");
            }),
        mistake(
            Code.FULL_PRIVACY_USER_EDITABLE,
            REALM.setting(FULL_PRIVACY),
            "isMinor",
            realm -> {
              realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
              realm.attributes.put(FULL_PRIVACY, "isMinor");
            }),
        attribute(
            Code.SETTING_INVALID,
            "helpshift.widget.fullPrivacy",
            "true",
            "Did you mean helpshift.full_privacy?"),
        key("helpshift.fullprivacy", FULL_PRIVACY),
        key("full_privacy", FULL_PRIVACY),
        key("attributes.helpshift.full_privacy", FULL_PRIVACY),
        own(FULL_PRIVACY, "True", "Write true."),
        own(FULL_PRIVACY, "yes", "Write true."),
        own(FULL_PRIVACY, "\"true\"", "Write true."),
        own(FULL_PRIVACY, "isMinor", "Move it into the mapper"),
        mistake(
            Code.FULL_PRIVACY_OFF,
            REALM.setting(FULL_PRIVACY),
            "Did you mean isMinor?",
            realm -> {
              realm.declare("isMinor", "admin");
              realm.attributes.put(FULL_PRIVACY, "is_minor");
            }),
        attribute(Code.FULL_PRIVACY_FOR_ALL, FULL_PRIVACY, "username", "on for everybody"),
        attribute(Code.FULL_PRIVACY_FOR_ALL, FULL_PRIVACY, "id", "on for everybody"),
        attribute(Code.FULL_PRIVACY_FROM_NOTE, FULL_PRIVACY, "note:psn", "session note"),
        mistake(
            Code.FULL_PRIVACY_USER_EDITABLE,
            REALM.setting(FULL_PRIVACY),
            "isMinor",
            realm -> {
              realm.declare("isMinor", "admin", "user");
              realm.attributes.put(FULL_PRIVACY, "isMinor");
            }));
  }

  private static Stream<Mistake> secrets() {
    return Stream.of(
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift_secret", SECRET, "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshiftSharedSecret", "short", "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "support.key", SECRET, "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift.signing_key", "short", "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "HELPSHIFT_HMAC", "short", "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift.widget.secret", SECRET, "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift.identity.steam_id", SECRET, "renew"),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift.domain", " " + SECRET, "renew"),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            REALM.setting("helpshift.platform_id"),
            "renew",
            realm -> {
              realm.secrets.get(0).put("platformId", "p1");
              realm.attributes.put("helpshift.platform_id", SECRET);
            }),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            ofClient("web").setting("claim.value"),
            "The mapper 'signing' holds a shared secret",
            realm -> {
              var mapper = new org.keycloak.models.ProtocolMapperModel();
              mapper.setName("signing");
              mapper.setProtocolMapper("oidc-hardcoded-claim-mapper");
              mapper.setConfig(Map.of("claim.name", "helpshift_key", "claim.value", SECRET));
              when(realm.client.getProtocolMappersStream()).thenAnswer(call -> Stream.of(mapper));
            }),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            REALM.setting("support.key"),
            "renew",
            realm -> {
              realm.vaultEntries.put("${vault.one}", SECRET + "1");
              realm.attributes.put("helpshift.secret", "${vault.one}");
              realm.attributes.put("support.key", SECRET + "1");
            }),
        value("helpshift.secret", "${vault.helpshift", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "vault.helpshift", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "{vault.helpshift}", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "$(vault.helpshift)", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "${vault:helpshift}", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "${VAULT.helpshift}", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "\"${vault.helpshift}\"", "Did you mean ${vault.helpshift}?"),
        value("helpshift.secret", "${vault.}", "is not a vault reference"),
        value("helpshift.secret", "${HELPSHIFT_SECRET}", "placeholder"),
        value("helpshift.secret", "$(env:HELPSHIFT_SECRET)", "placeholder"),
        mistake(
            Code.SECRET_MANGLED,
            REALM,
            "is the client secret of the client web",
            realm -> when(realm.client.getSecret()).thenReturn(SECRET)),
        mistake(
            Code.SECRET_SHARED,
            ofScope("app").setting("helpshift.secret"),
            "for the platform id 'p3'",
            realm -> {
              realm.vaultEntries.put("${vault.one}", SECRET + "1");
              realm.hasOwnMapper = false;
              realm.scope(
                  "app",
                  true,
                  Map.of("helpshift.platform_id", "p3", "helpshift.secret", "${vault.one}"));
              realm.optIn(
                  realm.client("game"),
                  "game",
                  Map.of("helpshift.platform_id", "p2", "helpshift.secret", "${vault.one}"));
            }),
        mistake(
            Code.SECRET_NEWER_UNUSED,
            REALM,
            "'new' is newer, and is disabled or not active",
            realm -> {
              realm.secrets.clear();
              realm.secret("old", SECRET, 100, 20);
              realm.secret("new", SECRET + "1", 200, 2).put(Attributes.ACTIVE_KEY, false);
            }),
        mistake(
            Code.SECRET_INVALID,
            REALM,
            "blank",
            realm -> {
              realm.vaultEntries.put("${vault.one}", "");
              realm.secrets.get(0).put("secret", "${vault.one}");
            }),
        mistake(
            Code.SECRET_INVALID,
            REALM,
            "has 8 bytes",
            realm -> realm.secrets.get(0).put("secret", "abcd1234")),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.platform_id"),
            "turn Enabled and Active on",
            realm -> realm.secrets.get(0).put(Attributes.ACTIVE_KEY, false)),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.platform_id"),
            "No active key provider helpshift-secret has the platform id 'p1'",
            realm -> realm.secrets.get(0).put("platformId", "${PLATFORM_ID}")),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.login"),
            "choose the Verification identities",
            realm -> realm.secrets.get(0).put("verification", "Identities")),
        mistake(
            Code.SECRET_INVALID,
            REALM,
            "white space at an end",
            realm -> realm.secrets.get(0).put("secret", "\ufeff" + SECRET)),
        mangled("%HELPSHIFT_SHARED_SECRET_OF_THE_ACME_APP%", "placeholder"),
        mangled("secret=" + SECRET, "begins with words"),
        unresolved("helpshift ", "helpshift"),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            ofClient("web").setting("helpshift.secret"),
            "client's attribute",
            realm -> realm.clientAttributes.put("helpshift.secret", SECRET)),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            ofScope("helpshift").setting("helpshift.secret"),
            "client scope's attribute",
            realm ->
                realm
                    .scope("helpshift", true, Map.of())
                    .getAttributes()
                    .put("helpshift.secret", SECRET)),
        mistake(
            Code.SECRET_IN_ATTRIBUTE,
            REALM,
            "platform id",
            realm -> realm.secrets.get(0).put("platformId", SECRET)),
        mistake(
            Code.SECRET_IS_PUBLIC,
            REALM,
            "demo",
            realm ->
                realm
                    .secrets
                    .get(0)
                    .put("secret", "demo-only-demo-only-demo-only-demo-only-secret")),
        mistake(
            Code.SECRET_SHARED,
            REALM,
            "second",
            realm -> {
              realm.attributes.put("helpshift.platform_id", "p1");
              realm.secrets.get(0).put("platformId", "p1");
              realm.secret("second", SECRET, 100, 1).put("platformId", "p2");
            }),
        mangled("\"" + SECRET + "\"", "quotation"),
        mangled("\u201c" + SECRET + "\u201d", "quotation"),
        mangled("${HELPSHIFT_SHARED_SECRET_OF_ACME_1}", "placeholder"),
        mangled("$(env:HELPSHIFT_SHARED_SECRET_OF_ACME)", "placeholder"),
        mangled("<your-shared-secret-goes-here-00000000>", "placeholder"),
        mangled("changeme-changeme-changeme-changeme-1234", "placeholder"),
        mangled("a".repeat(40), "placeholder"),
        mangled("Secret: " + SECRET, "begins with words"),
        mangled("Bearer " + SECRET, "begins with words"),
        mangled("\u2018" + SECRET + "\u2019", "quotation"),
        mangled("{{ helpshift_shared_secret_of_acme_1 }}", "placeholder"),
        mangled("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "placeholder"),
        mangled("vault.helpshift_secret", "${vault.name}"),
        mangled("{vault.helpshift}", "${vault.name}"),
        mangled("${vault:helpshift-secret-of-acme-number-1}", "${vault.name}"),
        mangled("$(vault.helpshift)", "${vault.name}"),
        mangled("a-good-secret-of-more \u200bthan-32-bytes-0123456789", "invisible"),
        mangled("acme_platform_20260101000000000-0123456789abcdef", "is a platform id"),
        mangled("eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjE3MDAwMDAwMDB9.c2lnbmF0dXJl", "JSON Web Token"),
        mangled("https://acme.helpshift.com/admin/settings/api", "address"),
        mangled("arn:aws:secretsmanager:eu-west-1:1:secret:helpshift", "address"),
        mangled("op://production/helpshift/shared-secret-of-acme", "address"),
        mangled("HELPSHIFT_SHARED_SECRET=" + SECRET, "begins with words"),
        mangled("ENC(QWxsIHlvdXIgYmFzZSBhcmUgYmVsb25nIHRvIHVz)", "placeholder"),
        mangled("@helpshift.shared.secret.of.the.acme.app@", "placeholder"),
        mangled("{\"secret\": \"0123456789abcdef0123456789abcdef\"}", "placeholder"),
        mistake(
            Code.SECRET_MANGLED,
            REALM,
            "is a platform id",
            realm -> {
              String id = "acme_platform_20260101000000000-0123456789abcdef";
              realm.secrets.get(0).put("platformId", id);
              realm.secrets.get(0).put("secret", id);
            }),
        mistake(
            Code.SECRET_MANGLED,
            REALM.setting("helpshift.secret"),
            "The secret of helpshift.secret has a quotation mark",
            realm -> {
              realm.vaultEntries.put("${vault.one}", "\"" + SECRET + "\"");
              realm.attributes.put("helpshift.secret", "${vault.one}");
            }),
        mistake(
            Code.SECRET_IS_PUBLIC,
            REALM.setting("helpshift.secret"),
            "demo",
            realm -> {
              realm.vaultEntries.put("${vault.one}", "demo-only-demo-only-demo-only-demo-only");
              realm.attributes.put("helpshift.secret", "${vault.one}");
            }),
        mistake(
            Code.SECRET_INVALID,
            REALM,
            "mask",
            realm -> realm.secrets.get(0).put("secret", "**********")),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.login"),
            "choose the Verification identities",
            realm -> realm.secrets.get(0).put("verification", "identitys")),
        mistake(
            Code.SECRET_UNUSED,
            REALM,
            "'first' signs nothing",
            realm -> {
              realm.vaultEntries.put("${vault.one}", SECRET + "1");
              realm.attributes.put("helpshift.secret", "${vault.one}");
            }),
        mistake(
            Code.SECRET_UNRESOLVED,
            REALM.setting("helpshift.secret"),
            "acme_helpshift__one",
            realm -> realm.attributes.put("helpshift.secret", "${vault.helpshift_one}")),
        attribute(Code.SECRET_IN_ATTRIBUTE, "helpshift.api_key", "anything", "renew"),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.platform_id"),
            "'first': turn Enabled and Active on",
            realm -> realm.secrets.get(0).put(Attributes.ENABLED_KEY, false)),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.platform_id"),
            "is for 'Acme_Platform_1'",
            realm -> {
              realm.attributes.put("helpshift.platform_id", "acme_platform_1");
              realm.secrets.get(0).put("platformId", "Acme_Platform_1");
            }),
        mistake(
            Code.SECRET_MISSING,
            REALM.setting("helpshift.login"),
            "Verification user_auth_token",
            realm -> realm.attributes.put("helpshift.login", "user_auth_token")),
        mistake(
            Code.SECRET_MISSING,
            ofClient("web").setting("helpshift.platform_id"),
            "'p2'",
            realm -> {
              realm.secrets.get(0).put("platformId", "p1");
              realm.mapperConfig.put("helpshift.platform_id", "p2");
            }),
        mistake(
            Code.SECRET_MISSING,
            ofScope("helpshift").setting("helpshift.login"),
            "Verification user_auth_token",
            realm -> {
              // The account console logs in by identities to the same app.
              realm.hasOwnMapper = false;
              realm.scope("helpshift", true, Map.of("helpshift.login", "user_auth_token"));
            }),
        mistake(
            Code.SECRET_MISSING,
            ofClient("web").setting("helpshift.claim.format"),
            "Verification user_auth_token",
            realm ->
                realm.mapperConfig.putAll(
                    Map.of(
                        "claim.name", "helpshift",
                        "userinfo.token.claim", "true",
                        "helpshift.claim.format", "user_auth_token"))),
        mistake(
            Code.SECRET_MISSING,
            ofScope("helpshift").setting("helpshift.claim.format"),
            "Verification identities",
            realm -> {
              realm.attributes.put("helpshift.login", "user_auth_token");
              realm.secrets.get(0).put("verification", "user_auth_token");
              realm.hasOwnMapper = false;
              realm.scope(
                  "helpshift", true, Map.of("claim.name", "helpshift", "id.token.claim", "true"));
            }),
        mistake(
            Code.SECRET_OF_BOTH_LOGINS,
            REALM,
            "'first' and 'second'",
            realm -> realm.secret("second", SECRET, 100, 1).put("verification", "user_auth_token")),
        mistake(
            Code.SECRET_OF_BOTH_LOGINS,
            REALM,
            "'helpshift.secret' and 'second'",
            realm -> {
              realm.vaultEntries.put("${vault.one}", SECRET + "1");
              realm.attributes.put("helpshift.secret", "${vault.one}");
              realm.secret("second", SECRET + "1", 100, 1).put("verification", "user_auth_token");
            }),
        mistake(
            Code.USER_AUTH_TOKEN_NEVER_EXPIRES,
            REALM.setting("helpshift.login"),
            "without a time",
            realm -> {
              realm.attributes.put("helpshift.login", "user_auth_token");
              realm.secrets.get(0).put("verification", "user_auth_token");
            }),
        mistake(
            Code.SECRET_NEWER_UNUSED,
            REALM,
            "'new' the higher priority",
            realm -> {
              realm.secrets.clear();
              realm.secret("old", SECRET, 100, 20);
              realm.secret("new", SECRET + "1", 50, 1);
            }),
        mistake(
            Code.SECRET_UNUSED,
            REALM,
            "Did you mean acme_platform_1?",
            realm -> {
              realm.attributes.put("helpshift.platform_id", "acme_platform_1");
              realm.secret("typo", SECRET + "1", 100, 1).put("platformId", "acme_platfrom_1");
            }),
        mistake(
            Code.SECRET_OF_NO_CLIENT,
            REALM,
            "other",
            realm ->
                realm.secret("other", SECRET + "1", 100, 1).put("platformId", "another_app_9")),
        mistake(
            Code.SECRET_UNRESOLVED,
            REALM,
            "acme_helpshift__secret",
            realm -> realm.secrets.get(0).put("secret", "${vault.helpshift_secret}")),
        unresolved("helpshift-secret", "helpshift_secret"),
        unresolved("acme_helpshift", "helpshift"),
        unresolved("Helpshift", "helpshift"),
        unresolved("helpshift__secret", "helpshift_secret"),
        unresolved("helpshift.secret", "helpshift_secret"),
        mistake(
            Code.SECRET_UNRESOLVED,
            REALM,
            "The server has no vault",
            realm -> {
              realm.hasVault = false;
              realm.secrets.get(0).put("secret", "${vault.helpshift_secret}");
            }),
        mistake(
            Code.SECRET_INVALID,
            REALM,
            "printf",
            realm -> {
              realm.vaultEntries.put("${vault.one}", SECRET + "\n");
              realm.secrets.get(0).put("secret", "${vault.one}");
            }));
  }

  /** A reference to an entry that the vault has by another name. */
  private static Mistake unresolved(String entry, String there) {
    return mistake(
        Code.SECRET_UNRESOLVED,
        REALM,
        "Did you mean ${vault." + there + "}?",
        realm -> {
          realm.vaultEntries.put("${vault." + there + "}", SECRET);
          realm.secrets.get(0).put("secret", "${vault." + entry + "}");
        });
  }

  private static Mistake mangled(String secret, String says) {
    return mistake(
        Code.SECRET_MANGLED, REALM, says, realm -> realm.secrets.get(0).put("secret", secret));
  }

  private static Stream<Mistake> nobody() {
    return Stream.of(
        mistake(
            Code.NOBODY_IDENTIFIED,
            REALM.setting("helpshift.identity.uid"),
            "Neither",
            realm -> {
              realm.attributes.put("helpshift.identity.uid", "none");
              realm.attributes.put("helpshift.identity.email", "none");
            }),
        mistake(
            Code.NOBODY_IDENTIFIED,
            ofClient("web").setting("helpshift.identity.uid"),
            "Full privacy",
            realm -> {
              realm.attributes.put(FULL_PRIVACY, "true");
              realm.mapperConfig.put("helpshift.identity.uid", "none");
            }),
        mistake(
            Code.NOBODY_IDENTIFIED,
            REALM.setting("helpshift.identity.uid"),
            "Neither",
            realm -> {
              realm.attributes.put("helpshift.identity.uid", "idp:steam");
              realm.attributes.put("helpshift.identity.email", "none");
            }),
        mistake(
            Code.NOBODY_IDENTIFIED,
            REALM.setting("helpshift.identity.uid"),
            "Neither",
            realm -> {
              realm.attributes.put("helpshift.identity.uid", "playerId");
              realm.attributes.put("helpshift.identity.email", "workEmail");
            }),
        mistake(
            Code.NO_CLIENT,
            ofClient("web"),
            "Add the client scope with the mapper to the client",
            realm -> {
              realm.accountConsoleOptedIn = false;
              when(realm.client.isBearerOnly()).thenReturn(true);
            }),
        mistake(
            Code.NOBODY_IDENTIFIED,
            REALM.setting("helpshift.identity.uid"),
            "Neither",
            realm -> {
              realm.attributes.put("helpshift.login", "user_auth_token");
              realm.attributes.put("helpshift.identity.uid", "none");
              realm.attributes.put("helpshift.identity.email", "none");
            }),
        attribute(Code.UID_IS_EMAIL, "helpshift.identity.uid", "email", "to id"),
        mistake(
            Code.REALM_DISABLED,
            REALM,
            "disabled",
            realm -> when(realm.realm.isEnabled()).thenReturn(false)),
        mistake(
            Code.NO_CLIENT,
            ofClient("web"),
            "is disabled",
            realm -> {
              realm.accountConsoleOptedIn = false;
              when(realm.client.isEnabled()).thenReturn(false);
            }),
        mistake(
            Code.NO_CLIENT,
            ofClient("web"),
            "not an OpenID Connect client",
            realm -> {
              realm.accountConsoleOptedIn = false;
              when(realm.client.getProtocol()).thenReturn("saml");
            }),
        mistake(
            Code.NO_CLIENT,
            ofClient("web"),
            "service accounts",
            realm -> {
              realm.accountConsoleOptedIn = false;
              when(realm.client.isStandardFlowEnabled()).thenReturn(false);
              when(realm.client.isServiceAccountsEnabled()).thenReturn(true);
            }),
        mistake(
            Code.NO_CLIENT,
            ofScope("helpshift"),
            "no client has the scope",
            realm -> {
              realm.accountConsoleOptedIn = false;
              realm.hasOwnMapper = false;
              realm.scope("helpshift", true, Map.of());
              realm.defaultScopes.clear();
            }),
        mistake(
            Code.CLIENT_NO_LOGIN,
            ofClient("backend"),
            "backend",
            realm ->
                when(realm.client("backend", Map.of()).isStandardFlowEnabled()).thenReturn(false)));
  }

  private static Stream<Mistake> settings() {
    return Stream.of(
        attribute(
            Code.SETTING_UNKNOWN,
            "helpshift.user_data.first_name",
            "firstName",
            "Did you mean helpshift.user_data.global.first_name?"),
        attribute(
            Code.SETTING_INVALID,
            "helpshift.identity.steam",
            "firstName",
            "Did you mean helpshift.identity.steam_id?"),
        attribute(
            Code.SETTING_INVALID,
            "helpshift.user_data.global.firstname",
            "firstName",
            "Did you mean helpshift.user_data.global.first_name?"),
        mistake(
            Code.SETTING_MISPLACED,
            ofClient("web").setting("helpshift.platform_id"),
            "mapper",
            realm -> realm.clientAttributes.put("helpshift.platform_id", "p2")),
        mistake(
            Code.SETTING_MISPLACED,
            ofScope("helpshift").setting("helpshift.domain"),
            "mapper",
            realm ->
                realm
                    .scope("helpshift", true, Map.of())
                    .getAttributes()
                    .put("helpshift.domain", "acme")),
        key("Helpshift.domain", "helpshift.domain"),
        key("HELPSHIFT.PLATFORM_ID", "helpshift.platform_id"),
        key("helpshift_domain", "helpshift.domain"),
        key("helpshift-platform-id", "helpshift.platform_id"),
        key("helpshift.platformId", "helpshift.platform_id"),
        key("helpshift.domain ", "helpshift.domain"),
        key("helpshift.fullPrivacy", "helpshift.full_privacy"),
        key("helpshift.full-privacy", "helpshift.full_privacy"),
        key("helpshift.identitiy.uid", "helpshift.identity.uid"),
        key("helpshift.email.policy", "helpshift.email_policy"),
        key("helpshift.user_data.full_name", "helpshift.user_data.global.full_name"),
        key("helpshift.uid", "helpshift.identity.uid"),
        key("helpshift.email", "helpshift.identity.email"),
        key("helpshift.steam_id", "helpshift.identity.steam_id"),
        key("helpshift.userId", "helpshift.identity.uid"),
        key("helpshift.phone", "helpshift.identity.phone_number"),
        key("helpshift.first_name", "helpshift.user_data.global.first_name"),
        key("helpshift.global.first_name", "helpshift.user_data.global.first_name"),
        key("helpshift.zIndex", "helpshift.widget.zIndex"),
        key("helpshift.tag", "helpshift.tags"),
        key("helpshift.watchSeconds", "helpshift.watch_seconds"),
        key("helpshift.webChatUrl", "helpshift.web_chat_url"),
        key("helpshit.domain", "helpshift.domain"),
        key("helpshfit.identity.uid", "helpshift.identity.uid"),
        key("help_shift.domain", "helpshift.domain"),
        key("\"helpshift.domain\"", "helpshift.domain"),
        key("helpshift..domain", "helpshift.domain"),
        key("helpshift.domain.", "helpshift.domain"),
        key(" helpshift.domain", "helpshift.domain"),
        key("attributes.helpshift.domain", "helpshift.domain"),
        key("identity.uid", "helpshift.identity.uid"),
        key("platform_id", "helpshift.platform_id"),
        key("user_data.global.first_name", "helpshift.user_data.global.first_name"),
        key("helpshift.loginpages", "helpshift.login_pages"),
        key("helpshift.check_accept", "helpshift.check.accept"),
        identifier("steamId", "steam_id"),
        identifier("Steam_ID", "steam_id"),
        identifier("userId", "uid"),
        identifier("user_id", "uid"),
        identifier("id", "uid"),
        identifier("sub", "uid"),
        identifier("UID", "uid"),
        identifier("mail", "email"),
        identifier("email_address", "email"),
        identifier("phone", "phone_number"),
        identifier("mobile", "phone_number"),
        identifier("psn", "psn_id"),
        identifier("playstation", "psn_id"),
        identifier("xbox", "xbox_live_id"),
        identifier("google", "google_playstore_id"),
        identifier("gamecenter", "apple_gamecenter_id"),
        identifier("nintendo", "nintendo_id"),
        identifier("facebook", "facebook_id"),
        identifier("discrod_id", "discord_id"),
        value("helpshift.widget.platformId", "p1", "Did you mean helpshift.platform_id?"),
        value("helpshift.widget.userId", "id", "Did you mean helpshift.identity.uid?"),
        value("helpshift.widget.userEmail", "email", "Did you mean helpshift.identity.email?"),
        value("helpshift.widget.userName", "email", "Did you mean helpshift.user_name?"),
        value("helpshift.domain", "${HELPSHIFT_DOMAIN}", "placeholder"),
        value("helpshift.domain", "<your-domain>", "placeholder"),
        value("helpshift.platform_id", "$HELPSHIFT_PLATFORM_ID", "placeholder"),
        value("helpshift.tags", "role:vip,{{ tags }}", "placeholder"),
        value("helpshift.watch_seconds", "${WATCH:60}", "placeholder"),
        value("helpshift.login", "$(env:LOGIN)", "placeholder"),
        value("helpshift.web_chat_url", "https://${HOST}/webChat.js", "placeholder"),
        value("helpshift.watch_seconds", "1m", "whole number of seconds"),
        value("helpshift.watch_seconds", "60.0", "whole number of seconds"),
        value("helpshift.login", "user-auth-token", "Did you mean user_auth_token?"),
        value("helpshift.login", "Identities", "Did you mean identities?"),
        value("helpshift.tags", "roles:vip", "role:<realm role>"),
        value("helpshift.tags", "Role:vip", "role:<realm role>"),
        value("helpshift.widget.fullScreen", "yes", "Did you mean true?"),
        value("helpshift.web_chat_url", "http://webchat.helpshift.com/webChat.js", "https address"),
        value("helpshift.web_chat_url", "webchat.helpshift.com/webChat.js", "https address"),
        value("helpshift.user_data.server_only", "global.ages", "write global.<field>"),
        attribute(
            Code.WEB_CHAT_URL_UNKNOWN,
            "helpshift.web_chat_url",
            "https://webchat.helpshift.com",
            "Remove helpshift.web_chat_url"),
        attribute(
            Code.WEB_CHAT_URL_UNKNOWN,
            "helpshift.web_chat_url",
            "https://webchat.helpshift.com/webchat.js",
            "Remove helpshift.web_chat_url"),
        mistake(
            Code.FIELD_NOT_MAPPED,
            REALM.setting("helpshift.user_data.server_only"),
            "Did you mean global.custom_user_fields.iban?",
            realm -> {
              realm.attributes.put(
                  "helpshift.user_data.global.custom_user_fields.iban", "lastName");
              realm.attributes.put(
                  "helpshift.user_data.server_only", "global.custom_user_fields.ibna");
            }),
        mistake(
            Code.FIELD_NOT_MAPPED,
            REALM.setting("helpshift.user_data.multiline"),
            "Did you mean global.custom_user_fields.bio?",
            realm -> {
              realm.attributes.put("helpshift.user_data.global.custom_user_fields.bio", "lastName");
              realm.attributes.put("helpshift.user_data.multiline", "global.Bio");
            }),
        attribute(
            Code.SETTING_WITHOUT_EFFECT,
            "helpshift.user_name",
            "firstName",
            "helpshift.user_data.global.full_name"),
        mistake(
            Code.SETTING_WITHOUT_EFFECT,
            REALM.setting("helpshift.identity.psn_id"),
            "userAuthToken",
            realm -> {
              realm.attributes.put("helpshift.login", "user_auth_token");
              realm.attributes.put("helpshift.identity.psn_id", "note:psn");
            }),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "IMPERSONATION; EVENTS_NOT_SAVED",
            "Write a comma"),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "IMPERSONATION EVENTS_NOT_SAVED",
            "Write a comma"),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "impersonation",
            "Did you mean IMPERSONATION?"),
        widget("position", "Bottom-Right", "Did you mean bottom-right?"),
        widget("language", "deutsch", "bn, browserDefault, ca"),
        attribute(Code.TAG_UNKNOWN, "helpshift.tags", "group:/a/b/c", "no group /a/b/c"),
        value("helpshift.domain", "https://happyapps.helpshift.com/", "Did you mean happyapps?"),
        value("helpshift.domain", "happyapps.helpshift.com", "Did you mean happyapps?"),
        value("helpshift.domain", "http://HappyApps.helpshift.com", "Did you mean HappyApps?"),
        value("helpshift.domain", "\"acme\"", "without quotation marks"),
        value("helpshift.domain", "acme corp", "is not a Helpshift domain"),
        value("helpshift.platform_id", "'acme_platform_1'", "without quotation marks"),
        value("helpshift.platform_id", "acme platform 1", "is not a platform id"),
        value("helpshift.login_pages", "yes", "Did you mean true?"),
        value("helpshift.login_pages", "0", "Did you mean false?"),
        value("helpshift.tags_removed", "Nein", "Did you mean false?"),
        value("helpshift.tags_removed", "'TRUE'", "Did you mean true?"),
        value("helpshift.email_policy", "Verified", "Did you mean verified?"),
        value("helpshift.email_policy", "\"any\"", "Did you mean any?"),
        value("helpshift.load", "signed_in", "Did you mean signed-in?"),
        value("helpshift.load", "allways", "Did you mean always?"),
        value("helpshift.watch_seconds", "60s", "whole number of seconds"),
        value("helpshift.tags", "vip", "role:<realm role>"),
        value("helpshift.tags", "group:beta", "group:/<group path>"),
        attribute(
            Code.SETTING_INVALID,
            "helpshift.user_data.global.user_level",
            "firstName",
            "Did you mean helpshift.user_data.app.user_level?"),
        attribute(
            Code.SETTING_INVALID,
            "helpshift.user_data.app.first_name",
            "firstName",
            "Did you mean helpshift.user_data.global.first_name?"),
        value("helpshift.user_data.app.country", "idp:", "has no name after idp:., why"),
        value("helpshift.user_data.server_only", "last_90d_spend", "write global.<field>"),
        value("helpshift.login", "identites", "Did you mean identities?"),
        value("helpshift.load", "manuel", "Did you mean manual?"),
        value("helpshift.claim.format", "tokne", "Did you mean token?"),
        value("helpshift.login_pages", "ture", "Did you mean true?"),
        value("helpshift.watch_seconds", "5", "from 10 to 600"),
        value("helpshift.watch_seconds", "3600", "from 10 to 600"),
        value("helpshift.identity.uid", "note:", "has no name after note:"),
        widget("position", "bottom_left", "Did you mean bottom-left?"),
        widget("position", "left", "bottom-left, bottom-right, top-left, top-right"),
        widget("language", "de-DE", "Did you mean de?"),
        widget("language", "pt-BR", "Did you mean pt-br?"),
        widget("language", "zh_CN", "Did you mean zh-Hans?"),
        widget("language", "browserdefault", "Did you mean browserDefault?"),
        widget("language", "German", "bn, browserDefault, ca"),
        attribute(
            Code.TAGS_TOO_MANY,
            "helpshift.tags",
            IntStream.rangeClosed(1, 31)
                .mapToObj(number -> "role:r" + number)
                .collect(Collectors.joining(",")),
            "has 31 tags"),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "CLIENT_NO_WEB_ORIGIN:wep",
            "Did you mean web?"),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "EMAIL_SELDOM_VERIFIED:helpshift.email-policy",
            "Did you mean helpshift.email_policy?"),
        value("helpshift.widget.zIndex", "high", "whole number"),
        value("helpshift.widget.full_screen", "true", "Did you mean helpshift.widget.fullScreen?"),
        value("helpshift.widget.z-index", "9", "Did you mean helpshift.widget.zIndex?"),
        attribute(Code.TAG_UNKNOWN, "helpshift.tags", "role:vip;role:gold", "Write a comma"),
        attribute(Code.TAG_UNKNOWN, "helpshift.tags", "role:vip role:gold", "Write a comma"),
        attribute(Code.TAG_UNKNOWN, "helpshift.tags", "role:vip|group:/beta", "Write a comma"),
        own("helpshift.identity.uid", "username", "only counts with the value none"),
        own("helpshift.identity.psn_id", "firstName", "only counts with the value none"),
        own("helpshift.full_privacy", "false", "only counts with the value true"),
        own("helpshift.email_policy", "any", "only counts with the value verified"),
        own("helpshift.secret", "${vault.helpshift}", "does not count there"),
        own("helpshift.login_pages", "true", "only counts as a realm attribute"),
        own("helpshift.web_chat_url", "https://evil.example/x.js", "only counts as a realm"),
        own("helpshift.check.accept", "IMPERSONATION", "only counts as a realm attribute"),
        mistake(
            Code.SETTING_MISPLACED,
            ofScope("helpshift").setting("helpshift.watch_seconds"),
            "only counts as a realm attribute",
            realm -> realm.scope("helpshift", true, Map.of("helpshift.watch_seconds", "20"))),
        attribute(
            Code.METADATA_WITHOUT_IDENTITY,
            "helpshift.identity.steam_id.metadata.level",
            "firstName",
            "helpshift.identity.steam_id"),
        mistake(
            Code.METADATA_TOO_MANY,
            REALM.setting("helpshift.identity.uid"),
            "31",
            realm -> fill(realm, "helpshift.identity.uid.metadata.", 31)),
        mistake(
            Code.CUSTOM_FIELDS_TOO_MANY,
            REALM.setting("helpshift.user_data.global.custom_user_fields.k30"),
            "has room for 20",
            realm -> fill(realm, "helpshift.user_data.global.custom_user_fields.", 21)),
        mistake(
            Code.CUSTOM_FIELDS_TOO_MANY,
            REALM.setting("helpshift.user_data.app.custom_user_fields.k40"),
            "left out",
            realm -> fill(realm, "helpshift.user_data.app.custom_user_fields.", 31)),
        mistake(
            Code.TAG_UNKNOWN,
            REALM.setting("helpshift.tags"),
            "Did you mean role:vip?",
            realm -> {
              realm.roles.add("vip");
              realm.attributes.put("helpshift.tags", "role:VIP");
            }),
        mistake(
            Code.TAG_UNKNOWN,
            REALM.setting("helpshift.tags"),
            "Did you mean group:/players?",
            realm -> {
              realm.groups.add("players");
              realm.attributes.put("helpshift.tags", "group:/player");
            }),
        attribute(Code.TAG_UNKNOWN, "helpshift.tags", "role:gold", "no realm role gold"),
        attribute(
            Code.WIDGET_OPTION_UNKNOWN,
            "helpshift.widget.fullscreen",
            "true",
            "Did you mean fullScreen?"),
        attribute(
            Code.ACCEPT_UNKNOWN, "helpshift.check.accept", "IMPERSONATE", "no code IMPERSONATE"),
        attribute(
            Code.ACCEPT_UNKNOWN,
            "helpshift.check.accept",
            "IMPERSONATIN",
            "Did you mean IMPERSONATION?"),
        mistake(Code.SETTINGS_SAID_HERE, REALM, "helpshift.domain", realm -> {}),
        mistake(Code.SETTINGS_SAID_HERE, REALM, "No settings", realm -> realm.attributes.clear()),
        mistake(
            Code.SETTINGS_SAID_HERE,
            ofScope("helpshift"),
            "helpshift.tags",
            realm -> realm.scope("helpshift", true, Map.of("helpshift.tags", "role:vip"))),
        mistake(
            Code.SETTINGS_SAID_HERE,
            ofClient("web"),
            "helpshift.load",
            realm -> realm.mapperConfig.put("helpshift.load", "manual")));
  }

  /** A key that is nearly one of ours. */
  private static Mistake key(String wrong, String meant) {
    return attribute(Code.SETTING_UNKNOWN, wrong, "firstName", "Did you mean " + meant + "?");
  }

  private static Mistake identifier(String wrong, String meant) {
    return attribute(
        Code.SETTING_INVALID,
        "helpshift.identity." + wrong,
        "firstName",
        "Did you mean helpshift.identity." + meant + "?");
  }

  private static Mistake widget(String option, String text, String says) {
    return attribute(Code.WIDGET_VALUE_UNKNOWN, "helpshift.widget." + option, text, says);
  }

  private static Mistake value(String key, String text, String says) {
    return attribute(Code.SETTING_INVALID, key, text, says);
  }

  /** What does not count in the client's own mapper. */
  private static Mistake own(String key, String text, String says) {
    return mistake(
        Code.SETTING_MISPLACED,
        ofClient("web").setting(key),
        says,
        realm -> realm.mapperConfig.put(key, text));
  }

  private static void fill(CheckFixture realm, String prefix, int count) {
    IntStream.range(10, 10 + count)
        .forEach(number -> realm.attributes.put(prefix + "k" + number, "firstName"));
  }

  private static Stream<Mistake> sources() {
    return Stream.of(
        near("steamid", "steamId"),
        near("steam_id", "steamId"),
        near("discord", "idp:discord"),
        near("idp.discord", "idp:discord"),
        near("sub", "id"),
        near("user_id", "id"),
        near("ID", "id"),
        near("firstname", "firstName"),
        near("attribute:firstName", "firstName"),
        near("\"firstName\"", "firstName"),
        near("${steamId}", "steamId"),
        near("user.firstName", "firstName"),
        near("steam-id", "steamId"),
        near("staemId", "steamId"),
        near("IDP:discord", "idp:discord"),
        near("userId", "id"),
        near("UUID", "id"),
        near("emial", "email"),
        near("usrename", "username"),
        near("lastname", "lastName"),
        near("EMAIL", "email"),
        near("user.attributes.steamId", "steamId"),
        near("steam Id", "steamId"),
        attribute(
            Code.SOURCE_IS_A_VALUE,
            "helpshift.identity.steam_id",
            "${STEAM_ATTRIBUTE}",
            "placeholder"),
        attribute(
            Code.IDENTITY_PROVIDER_UNKNOWN,
            "helpshift.identity.steam_id",
            "idp:${STEAM_ALIAS}",
            "placeholder"),
        attribute(
            Code.NOTE_UNKNOWN, "helpshift.identity.psn_id", "note:{{ psn_note }}", "placeholder"),
        attribute(
            Code.NOTE_UNKNOWN,
            "helpshift.user_data.global.user_persona",
            "note:identity_providr",
            "Did you mean note:identity_provider?"),
        attribute(Code.SOURCE_IS_A_VALUE, "helpshift.language", "de", "helpshift.widget.language"),
        attribute(
            Code.SOURCE_IS_A_VALUE, "helpshift.language", "pt_BR", "helpshift.widget.language"),
        mistake(
            Code.SOURCE_IS_A_VALUE,
            REALM.setting("helpshift.language"),
            "helpshift.widget.language",
            realm -> {
              realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
              realm.attributes.put("helpshift.language", "de");
            }),
        attribute(
            Code.SOURCE_IS_A_VALUE,
            "helpshift.user_data.global.accepted_t_and_c",
            "true",
            "looks like a value"),
        attribute(
            Code.SOURCE_IS_A_VALUE,
            "helpshift.user_data.app.app_version",
            "1.2.3",
            "looks like a value"),
        mistake(
            Code.IDENTITY_PROVIDER_DISABLED,
            REALM.setting("helpshift.identity.discord_id"),
            "disabled",
            realm -> {
              realm.identityProvider.setEnabled(false);
              realm.attributes.put("helpshift.identity.discord_id", "idp:discord");
            }),
        attribute(
            Code.IDENTITY_PROVIDER_UNKNOWN,
            "helpshift.identity.discord_id",
            "idp:discord,idp:steam",
            "no identity provider"),
        attribute(
            Code.ATTRIBUTE_NOT_DECLARED,
            "helpshift.language",
            "locale",
            "turn Internationalization on"),
        attribute(
            Code.ATTRIBUTE_NOT_DECLARED, "helpshift.user_name", "nick", "Declare the attribute"),
        attribute(Code.NOTE_UNKNOWN, "helpshift.identity.psn_id", "note:psm", "Check the name"),
        mistake(
            Code.SOURCE_USER_EDITABLE,
            REALM.setting("helpshift.identity.phone_number"),
            "phoneNumber",
            realm -> {
              realm.declare("phoneNumber", "admin", "user");
              realm.attributes.put("helpshift.identity.phone_number", "phoneNumber");
            }),
        mistake(
            Code.SOURCE_FROM_PROVIDER,
            REALM.setting("helpshift.identity.psn_id"),
            "idp:discord",
            realm -> {
              realm.declare("psn", "admin");
              realm.providerMapper(
                  "facebook-user-attribute-mapper", Map.of("userAttribute", "psn"));
              realm.attributes.put("helpshift.identity.psn_id", "psn");
            }),
        attribute(
            Code.METADATA_WITHOUT_IDENTITY,
            "helpshift.identity.xbox_live_id.metadata.region",
            "firstName",
            "helpshift.identity.xbox_live_id"),
        attribute(
            Code.IDENTITY_PROVIDER_UNKNOWN,
            "helpshift.identity.discord_id",
            "idp:disc0rd",
            "Did you mean idp:discord?"),
        attribute(
            Code.IDENTITY_PROVIDER_UNKNOWN, "helpshift.identity.steam_id", "idp:steam", "steam"),
        mistake(
            Code.ATTRIBUTE_NOT_DECLARED,
            REALM.setting("helpshift.identity.steam_id"),
            "Did you mean steamId?",
            realm -> {
              realm.declare("steamId", "admin");
              realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
              realm.attributes.put("helpshift.identity.steam_id", "steamid");
            }),
        attribute(
            Code.IDENTITY_PROVIDER_UNKNOWN,
            "helpshift.identity.discord_id",
            "idp:Discord",
            "Did you mean idp:discord?"),
        mistake(
            Code.SOURCE_MULTIVALUED,
            REALM.setting("helpshift.identity.steam_id"),
            "several values",
            realm -> {
              realm.declare("steam", "admin");
              realm.userProfile.getAttribute("steam").setMultivalued(true);
              realm.attributes.put("helpshift.identity.steam_id", "steam");
            }),
        mistake(
            Code.SOURCE_FROM_PROVIDER,
            REALM.setting("helpshift.identity.steam_id"),
            "idp:discord",
            realm -> {
              realm.declare("steam", "admin");
              realm.providerMapper(
                  "oidc-user-attribute-idp-mapper",
                  Map.of("claim", "nickname", "user.attribute", "steam"));
              realm.attributes.put("helpshift.identity.steam_id", "steam");
            }),
        attribute(
            Code.SOURCE_IS_CREDENTIAL,
            "helpshift.user_data.global.user_persona",
            "note:FEDERATED_ACCESS_TOKEN",
            "credential"),
        attribute(
            Code.NOTE_IS_A_NAME,
            "helpshift.identity.uid",
            "note:identity_provider_identity",
            "idp:<alias>"),
        attribute(Code.UID_LINK_SHARED, "helpshift.identity.uid", "idp:discord", "discord_id"),
        mistake(
            Code.UID_OF_DIRECTORY,
            REALM.setting("helpshift.identity.uid"),
            "staff",
            realm -> realm.ldap("staff")),
        mistake(
            Code.UID_SOURCES_DIFFER,
            ofScope("helpshift").setting("helpshift.identity.uid"),
            "id, username",
            realm -> realm.scope("helpshift", true, Map.of("helpshift.identity.uid", "username"))),
        mistake(
            Code.UID_SOURCES_DIFFER,
            ofScope("game").setting("helpshift.identity.uid"),
            "idp:discord, username",
            realm -> {
              realm.accountConsoleOptedIn = false;
              realm.attributes.remove("helpshift.platform_id");
              realm.scope("names", true, ofOneApp("username"));
              realm.optIn(realm.client("game"), "game", ofOneApp("idp:discord"));
            }),
        mistake(
            Code.IDENTITY_SOURCES_DIFFER,
            ofScope("helpshift").setting("helpshift.identity.psn_id"),
            "idp:discord, note:psn",
            realm -> {
              realm.attributes.put("helpshift.identity.psn_id", "note:psn");
              realm.scope("helpshift", true, Map.of("helpshift.identity.psn_id", "idp:discord"));
            }));
  }

  private static Map<String, String> ofOneApp(String uid) {
    return Map.of("helpshift.platform_id", "p1", "helpshift.identity.uid", uid);
  }

  private static Mistake near(String wrong, String meant) {
    return mistake(
        Code.ATTRIBUTE_NOT_DECLARED,
        REALM.setting("helpshift.identity.steam_id"),
        "Did you mean " + meant + "?",
        realm -> {
          realm.declare("steamId", "admin");
          realm.attributes.put("helpshift.identity.steam_id", wrong);
        });
  }

  private static Stream<Mistake> emails() {
    return Stream.of(
        attribute(
            Code.EMAIL_NEVER_VERIFIED,
            "helpshift.identity.email",
            "firstName",
            "only if it is equal"),
        mistake(
            Code.EMAIL_CHANGED_BY_DIRECTORY,
            REALM.setting("helpshift.email_policy"),
            "staff",
            realm -> realm.ldap("staff")),
        mistake(
            Code.EMAIL_TRUSTED_FROM_DIRECTORY,
            REALM.setting("helpshift.email_policy"),
            "staff",
            realm -> realm.ldap("staff").put("trustEmail", true)));
  }

  private static Stream<Mistake> clients() {
    return Stream.concat(
        Stream.of(
            origin("https://shop.example.com/", "Write https://shop.example.com."),
            origin("https://shop.example.com/app/*", "Write https://shop.example.com."),
            origin("https://shop.example.com:443", "Write https://shop.example.com."),
            origin("http://shop.example.com:80", "Write http://shop.example.com."),
            origin("https://Shop.Example.com", "Write https://shop.example.com."),
            origin("https://*.example.com", "by name"),
            origin("http://localhost*", "by name"),
            origin("http://*", "by name"),
            origin("shop.example.com", "Write https://shop.example.com."),
            origin("localhost:3000", "Write http://localhost:3000."),
            origin("https://a.example.com,https://b.example.com", "https://b.example.com."),
            origin("https://a.example.com https://b.example.com", "https://a.example.com,"),
            origin("https:/shop.example.com", "Write https://shop.example.com."),
            origin(" https://shop.example.com", "Write https://shop.example.com."),
            origin("https://b\u00fccher.example", "Write https://xn--bcher-kva.example."),
            origin("https://me:pw@shop.example.com", "Write https://shop.example.com."),
            origin("https://shop.example.com?a=b", "Write https://shop.example.com."),
            origin("null", "sandboxed"),
            origin("//shop.example.com", "Write https://shop.example.com."),
            origin("https://shop.example.com:443/login", "Write https://shop.example.com."),
            origin("shop.example.com:8443", "Write https://shop.example.com:8443."),
            origin("https://shop.example.com\u200b", "Write https://shop.example.com."),
            origin("https://shop.example.com\nhttps://b.example.com", "https://b.example.com."),
            origin("https://shop.*", "by name"),
            origin("https://", "scheme, host"),
            origin("\"https://shop.example.com\"", "Write https://shop.example.com."),
            origin("https//shop.example.com", "Write https://shop.example.com."),
            origin("https:shop.example.com", "Write https://shop.example.com."),
            origin("HTTPS://shop.example.com", "Write https://shop.example.com."),
            origin("https://a.example.com;https://b.example.com", "https://b.example.com."),
            origin("https://shop.example.com#/start", "Write https://shop.example.com."),
            origin("*.example.com", "by name"),
            origin("127.0.0.1:5173", "Write http://127.0.0.1:5173."),
            origin("${APP_URL}", "placeholder"),
            origin("https://${APP_HOST}", "placeholder"),
            origin("https://${host}", "placeholder"),
            origin("$(env:APP_URL)", "placeholder"),
            origin("<https://shop.example.com>", "Write https://shop.example.com."),
            origin("https://shop.example.com:3000/", "Write https://shop.example.com:3000."),
            origin("http://localhost:*", "by name")),
        Stream.of(
            mistake(
                Code.CLIENT_HTTP_WEB_ORIGIN,
                ofClient("web"),
                "http://my_app.example",
                realm -> realm.webOrigins.add("http://my_app.example")),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "give no origin",
                realm -> {
                  realm.webOrigins.clear();
                  realm.webOrigins.add("+");
                  realm.redirectUris.clear();
                  realm.redirectUris.add("*");
                }),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "add https://shop.example.com",
                realm -> realm.webOrigins.clear()),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "give no origin",
                realm -> {
                  realm.webOrigins.clear();
                  realm.webOrigins.add("+");
                  realm.redirectUris.clear();
                  realm.redirectUris.add("https://shop.example.com*");
                }),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "add https://shop.example.com",
                realm -> {
                  realm.webOrigins.clear();
                  realm.redirectUris.clear();
                  realm.redirectUris.add("https://shop.example.com*");
                }),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "add the origin of the pages",
                realm -> {
                  realm.webOrigins.clear();
                  realm.redirectUris.clear();
                  realm.redirectUris.add("https://${HOST}/*");
                }),
            mistake(
                Code.CLIENT_NO_WEB_ORIGIN,
                ofClient("web"),
                "add the origin of the pages",
                realm -> {
                  realm.webOrigins.clear();
                  realm.redirectUris.clear();
                }),
            mistake(
                Code.SERVER_APP_NO_WEB_ORIGIN,
                ofClient("web"),
                "confidential",
                realm -> {
                  realm.webOrigins.clear();
                  when(realm.client.isPublicClient()).thenReturn(false);
                }),
            mistake(
                Code.SCOPE_OPTIONAL,
                ofScope("helpshift"),
                "scope=helpshift",
                realm -> {
                  realm.hasOwnMapper = false;
                  realm.scope("helpshift", false, Map.of());
                }),
            mistake(
                Code.SCOPE_LIMITED,
                ofScope("helpshift"),
                "roles",
                realm -> {
                  realm.hasOwnMapper = false;
                  var scope = realm.scope("helpshift", true, Map.of());
                  when(scope.getScopeMappingsStream())
                      .thenAnswer(call -> Stream.of(mock(RoleModel.class)));
                }),
            mistake(
                Code.SCOPE_REALM_DEFAULT,
                ofScope("helpshift"),
                "single clients",
                realm -> realm.realmDefaults.add(realm.scope("helpshift", true, Map.of()))),
            mistake(
                Code.SCOPE_FOR_REGISTERED_CLIENTS,
                ofScope("helpshift"),
                "register",
                realm -> {
                  realm.realmDefaults.add(realm.scope("helpshift", true, Map.of()));
                  realm.initialAccess.add(new ClientInitialAccessModel());
                }),
            mistake(
                Code.SCOPE_FOR_REGISTERED_CLIENTS,
                ofScope("helpshift"),
                "register",
                realm -> {
                  realm.realmOptionals.add(realm.scope("helpshift", false, Map.of()));
                  realm.trustedHosts.put("trusted-hosts", "*.example.com");
                }),
            mistake(
                Code.MAPPERS_DIFFER,
                ofClient("web"),
                "'Helpshift' (a) counts before 'Helpshift' (b)",
                realm -> {
                  realm.hasOwnMapper = false;
                  realm.scope("a", true, Map.of("helpshift.platform_id", "p1"));
                  realm.scope("b", true, Map.of("helpshift.platform_id", "p2"));
                }),
            mistake(
                Code.MAPPERS_DIFFER,
                ofClient("web"),
                "'Helpshift' (web) counts before 'second' (web)",
                realm -> realm.ownMapper("second", Map.of("helpshift.platform_id", "p1"))),
            mistake(
                Code.CONSENT_REQUIRED,
                ofClient("web"),
                "consent",
                realm -> when(realm.client.isConsentRequired()).thenReturn(true)),
            mistake(
                Code.TOKEN_BOUND,
                ofClient("web"),
                "DPoP",
                realm -> realm.clientAttributes.put("dpop.bound.access.tokens", "true")),
            mistake(
                Code.TOKEN_BOUND,
                ofClient("web"),
                "certificate",
                realm ->
                    realm.clientAttributes.put(
                        "tls.client.certificate.bound.access.tokens", "true")),
            claim(Code.CLAIM_SWITCH_IGNORED, "helpshift", "access.token.claim", "access tokens"),
            claim(
                Code.CLAIM_SWITCH_IGNORED,
                "helpshift",
                "introspection.token.claim",
                "introspection"),
            claim(Code.CLAIM_SWITCH_IGNORED, "helpshift", "lightweight.claim", "lightweight"),
            claim(Code.CLAIM_NOWHERE, "helpshift", "no.such.switch", "all switches are off"),
            claim(Code.CLAIM_NAME_TAKEN, "sub", "id.token.claim", "another name")));
  }

  private static Mistake origin(String text, String says) {
    return mistake(
        Code.WEB_ORIGIN_USELESS,
        ofClient("web"),
        says,
        realm -> {
          realm.webOrigins.clear();
          realm.webOrigins.add(text);
        });
  }

  private static Mistake claim(Code code, String name, String key, String says) {
    return mistake(
        code,
        ofClient("web"),
        says,
        realm -> realm.mapperConfig.putAll(Map.of("claim.name", name, key, "true")));
  }

  private static Stream<Mistake> pages() {
    return Stream.of(
        mistake(
            Code.SSL_NOT_REQUIRED,
            REALM,
            "Require SSL",
            realm -> when(realm.realm.getSslRequired()).thenReturn(SslRequired.NONE)),
        attribute(
            Code.WEB_CHAT_URL_LOCAL,
            "helpshift.web_chat_url",
            "http://localhost:3001/webChat.js",
            "own machine"),
        attribute(
            Code.LOGIN_THEME_NOT_CHOSEN, "helpshift.login_pages", "true", "helpshift/login.js"),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            ofClient("web"),
            "frames",
            realm -> {
              realm.themeScripts.put("login", "helpshift/login.js");
              realm.clientAttributes.put("login_theme", "login");
              realm.attributes.put("helpshift.login_pages", "true");
              realm.headers.put("contentSecurityPolicy", "frame-src 'self'");
            }),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            REALM,
            "require-trusted-types-for",
            realm ->
                realm.headers.put(
                    "contentSecurityPolicy", "frame-src *; require-trusted-types-for 'script'")),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            REALM,
            "frames",
            realm -> realm.headers.put("contentSecurityPolicy", "frame-src https://helpshift.com")),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            REALM,
            "write a space instead of the comma",
            realm ->
                realm.headers.put(
                    "contentSecurityPolicy", "frame-src 'self', https://*.helpshift.com")),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            REALM,
            "to frame-src",
            realm -> {
              realm.headers.put("contentSecurityPolicy", "frame-src 'self'; object-src 'none';");
              realm.headers.put("xFrameOptions", "ALLOW-FROM https://acme.helpshift.com");
            }),
        mistake(
            Code.CSP_BLOCKS_WIDGET,
            REALM,
            "to frame-src",
            realm -> {
              realm.headers.put("contentSecurityPolicy", "frame-src 'self'");
              realm.headers.put(
                  "contentSecurityPolicyReportOnly", "frame-src https://*.helpshift.com");
            }),
        mistake(
            Code.EVENTS_NOT_SAVED,
            REALM,
            "Save events",
            realm -> when(realm.realm.isEventsEnabled()).thenReturn(false)),
        mistake(
            Code.EVENTS_NOT_SAVED,
            REALM,
            "Token exchange",
            realm -> realm.eventTypes.add("LOGIN")));
  }

  private static Mistake attribute(Code code, String key, String value, String says) {
    return mistake(code, REALM.setting(key), says, realm -> realm.attributes.put(key, value));
  }

  private static Mistake mistake(Code code, Place place, String says, Consumer<CheckFixture> made) {
    return new Mistake(code, place, says, made);
  }

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void finds(Mistake mistake) {
    CheckFixture realm = new CheckFixture();
    mistake.made().accept(realm);

    FindingTexts english = new FindingTexts(Locale.ENGLISH);
    FindingTexts german = new FindingTexts(Locale.GERMANY);
    List<FindingRepresentation> found =
        realm.findings().stream()
            .filter(finding -> finding.code() == mistake.code())
            .filter(
                finding ->
                    finding.place().equals(mistake.place())
                        || (mistake.place().equals(REALM) && finding.place().setting().isEmpty()))
            .map(english::of)
            .toList();

    assertThat(found).as("of %s", realm.findings()).isNotEmpty();
    assertThat(found.toString()).contains(mistake.says()).doesNotContain("{0}", "{1}", SECRET);
    assertThat(realm.findings().stream().map(german::of).toList())
        .allSatisfy(
            finding ->
                assertThat(finding.what() + finding.why() + finding.fix())
                    .doesNotContain("{0}", "{1}", "{2}", "{3}", SECRET)
                    .doesNotContainPattern(ENGLISH));
  }

  /** Unusual realms without mistakes. */
  static final Map<String, Consumer<CheckFixture>> HEALTHY = healthy();

  private static Map<String, Consumer<CheckFixture>> healthy() {
    Map<String, Consumer<CheckFixture>> healthy = new HashMap<>();
    healthy.put(
        "a mobile app without web origins",
        realm -> {
          realm.webOrigins.clear();
          realm.redirectUris.clear();
          realm.redirectUris.add("com.acme.game:/callback");
        });
    healthy.put(
        "locale while languages are on",
        realm -> {
          when(realm.realm.isInternationalizationEnabled()).thenReturn(true);
          realm.attributes.put("helpshift.user_data.global.preferred_language", "locale");
        });
    healthy.put(
        "a note of Keycloak's own note mapper",
        realm -> {
          realm.providerMapper(
              "oidc-user-session-note-idp-mapper",
              Map.of("claims", "[{\"key\":\"country\",\"value\":\".*\"}]"));
          realm.attributes.put("helpshift.user_data.global.last_country", "note:country");
        });
    healthy.put(
        "any address where only admins write addresses",
        realm -> {
          realm.declare("email", "admin");
          realm.identityProvider.setEnabled(false);
          realm.attributes.put("helpshift.email_policy", "any");
        });
    healthy.put(
        "an app at Keycloak's own origin",
        realm -> {
          realm.webOrigins.clear();
          realm.redirectUris.clear();
          realm.redirectUris.add("/shop/*");
        });
    healthy.put("http://app.localhost", realm -> realm.webOrigins.add("http://app.localhost:8080"));
    healthy.put(
        "an attribute that an LDAP mapper writes",
        realm -> {
          realm.ldap("staff");
          var mapper = new org.keycloak.component.ComponentModel();
          mapper.put("user.model.attribute", "employeeNumber");
          realm.directoryMappers.add(mapper);
          realm.attributes.put("helpshift.identity.steam_id", "employeeNumber");
        });
    healthy.put(
        "a policy with http:, which covers https",
        realm -> realm.headers.put("contentSecurityPolicy", "frame-src http:"));
    healthy.put(
        "a policy with http:// of the host, which covers https",
        realm -> realm.headers.put("contentSecurityPolicy", "frame-src http://acme.helpshift.com"));
    healthy.put("a web view's origin", realm -> realm.webOrigins.add("capacitor://localhost"));
    healthy.put(
        "a browser extension's origin",
        realm -> realm.webOrigins.add("chrome-extension://abcdefghijklmnopabcdefghijklmnop"));
    healthy.put(
        "full privacy by a declared attribute that only admins edit",
        realm -> {
          realm.declare("isMinor", "admin");
          realm.attributes.put(FULL_PRIVACY, "isMinor");
        });
    healthy.put("full privacy for all", realm -> realm.attributes.put(FULL_PRIVACY, "true"));
    healthy.put(
        "tags of roles and groups that are there",
        realm -> {
          realm.roles.add("vip");
          realm.groups.add("beta");
          realm.attributes.put("helpshift.tags", "role:vip, group:/beta");
        });
    healthy.put(
        "options of the widget that we do not know",
        realm -> realm.attributes.put("helpshift.widget.someNewThing", "x"));
    healthy.put(
        "a scope and the client's own mapper, which add to one another",
        realm -> {
          realm.scope("helpshift", true, Map.of("helpshift.domain", "acme"));
          realm.mapperConfig.put("helpshift.platform_id", "p1");
        });
    healthy.put(
        "a client's own mapper that takes away",
        realm -> {
          realm.attributes.put("helpshift.identity.psn_id", "note:psn");
          realm.mapperConfig.putAll(
              Map.of(
                  "helpshift.identity.psn_id",
                  "none",
                  "helpshift.email_policy",
                  "verified",
                  "helpshift.full_privacy",
                  "true"));
        });
    healthy.put(
        "what LDAP writes by itself",
        realm -> {
          realm.ldap("staff");
          realm.attributes.put("helpshift.user_data.global.custom_user_fields.dn", "LDAP_ENTRY_DN");
        });
    healthy.put(
        "apps on the developer's machine",
        realm ->
            realm.webOrigins.addAll(
                Set.of("http://localhost:3000", "http://127.0.0.1:5173", "http://[::1]:8080")));
    healthy.put(
        "other web views",
        realm -> realm.webOrigins.addAll(Set.of("ionic://localhost", "tauri://localhost")));
    healthy.put(
        "no email address at all",
        realm -> realm.attributes.put("helpshift.identity.email", "none"));
    healthy.put(
        "keys of other extensions",
        realm ->
            realm.attributes.putAll(
                Map.of("helpdesk.domain", "acme", "domain", "acme", "frontendUrl", "https://a.b")));
    healthy.put(
        "a secret that begins with a common word",
        realm -> realm.secrets.get(0).put("secret", "vaultkeeper-0123456789-abcdef-0123456789"));
    healthy.put(
        "a group below another",
        realm -> {
          realm.groups.add("beta");
          realm.attributes.put("helpshift.tags", "group:/beta");
        });
    healthy.put(
        "accepted findings",
        realm -> realm.attributes.put("helpshift.check.accept", "IMPERSONATION, NO_WEB_CHAT:web"));
    healthy.put(
        "undeclared attributes where the realm allows them",
        realm -> {
          realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ADMIN_EDIT);
          realm.attributes.put("helpshift.user_data.app.user_level", "level");
        });
    healthy.put(
        "two apps with different sources of the uid",
        realm -> {
          realm.accountConsoleOptedIn = false;
          when(realm.accountConsole.isEnabled()).thenReturn(false);
          realm.attributes.remove("helpshift.platform_id");
          realm.scope(
              "helpshift",
              true,
              Map.of("helpshift.platform_id", "p1", "helpshift.identity.uid", "id"));
          realm.optIn(
              realm.client("game"),
              "game",
              Map.of("helpshift.platform_id", "p2", "helpshift.identity.uid", "username"));
        });
    healthy.put(
        "a scope's mapper below a client's own of the same app",
        realm -> {
          realm.attributes.clear();
          realm.scope("helpshift", true, Map.of("helpshift.platform_id", "p1"));
          realm.mapperConfig.put("helpshift.domain", "acme");
          realm.accountConsoleConfig.putAll(
              Map.of("helpshift.platform_id", "p1", "helpshift.domain", "acme"));
        });
    healthy.put(
        "two apps with secrets of their own",
        realm -> {
          realm.client("game", Map.of("helpshift.platform_id", "p2"));
          realm.secret("second", SECRET + "1", 100, 1).put("platformId", "p2");
        });
    healthy.put(
        "a client of the account console's kind in a realm without the console",
        realm -> {
          realm.accountConsoleOptedIn = false;
          ClientModel console = realm.accountConsole;
          when(console.isEnabled()).thenReturn(false);
        });
    healthy.put(
        "web origins from redirect URIs",
        realm -> {
          realm.webOrigins.clear();
          realm.webOrigins.add("+");
          realm.redirectUris.addAll(Set.of("https://other.example.com/cb", "com.acme:/cb"));
        });
    healthy.put(
        "plain identities in an access token",
        realm ->
            realm.mapperConfig.putAll(
                Map.of(
                    "claim.name",
                    "helpshift",
                    "access.token.claim",
                    "true",
                    "helpshift.claim.format",
                    "identities")));
    healthy.put(
        "a policy that only reports",
        realm ->
            realm.headers.put(
                "contentSecurityPolicyReportOnly", "frame-src 'self'; script-src 'self'"));
    healthy.put(
        "an app on a television, by device codes",
        realm -> {
          when(realm.client.isStandardFlowEnabled()).thenReturn(false);
          realm.clientAttributes.put("oauth2.device.authorization.grant.enabled", "true");
          realm.webOrigins.clear();
          realm.redirectUris.clear();
        });
    healthy.put(
        "a native app at the loopback address",
        realm -> {
          realm.webOrigins.clear();
          realm.redirectUris.clear();
          realm.redirectUris.addAll(Set.of("http://127.0.0.1/*", "http://127.0.0.1:8400/cb"));
        });
    healthy.put(
        "an app that renders on its server",
        realm -> {
          when(realm.client.isPublicClient()).thenReturn(false);
          realm.webOrigins.clear();
        });
    healthy.put(
        "a domain that moves, with a secret for each way to log in",
        realm ->
            realm.secret("legacy", SECRET + "1", 100, 1).put("verification", "user_auth_token"));
    healthy.put(
        "a secret in the vault for one way to log in, and a key provider for the other",
        realm -> {
          realm.vaultEntries.put("${vault.helpshift}", SECRET + "1");
          realm.attributes.put("helpshift.secret", "${vault.helpshift}");
          realm.secrets.get(0).put("verification", "user_auth_token");
        });
    healthy.put(
        "only a secret in the vault",
        realm -> {
          realm.vaultEntries.put("${vault.helpshift}", SECRET);
          realm.attributes.put("helpshift.secret", "${vault.helpshift}");
          realm.secrets.clear();
        });
    healthy.put(
        "a secret in the vault for one client scope, and a key provider for the rest",
        realm -> {
          realm.vaultEntries.put("${vault.game}", SECRET + "1");
          realm.optIn(
              realm.client("game"),
              "game",
              Map.of("helpshift.secret", "${vault.game}", "helpshift.platform_id", "p1"));
        });
    healthy.put(
        "a secret in Base64 and one in hexadecimal",
        realm -> {
          realm.secrets.get(0).put("secret", "a2V5PXNlY3JldCthbmQvbW9yZSttb3JlL21vcmU9PQ==");
          realm
              .secret("second", "0123456789abcdef0123456789abcdef01234567", 100, 1)
              .put("platformId", "p2");
          realm.client("game", Map.of("helpshift.platform_id", "p2"));
        });
    healthy.put(
        "a declared attribute with the name of a word for true",
        realm -> {
          realm.declare("on", "admin");
          realm.attributes.put(FULL_PRIVACY, "on");
        });
    healthy.put(
        "thirty tags",
        realm -> {
          IntStream.rangeClosed(1, 30).forEach(number -> realm.roles.add("r" + number));
          realm.attributes.put("helpshift.tags", "role:" + String.join(", role:", realm.roles));
        });
    healthy.put(
        "a language and a position that Web Chat knows",
        realm ->
            realm.attributes.putAll(
                Map.of(
                    "helpshift.widget.language",
                    "browserDefault",
                    "helpshift.widget.position",
                    "top-left")));
    healthy.put(
        "a scope that clients may ask for, while nobody registers clients",
        realm -> realm.realmOptionals.add(realm.scope("helpshift", false, Map.of())));
    healthy.put(
        "the same mapper in two scopes",
        realm -> {
          realm.hasOwnMapper = false;
          realm.scope("a", true, Map.of("helpshift.load", "manual"));
          realm.scope("b", true, Map.of("helpshift.load", "manual"));
        });
    healthy.put(
        "accepted findings of clients, scopes, settings and attributes",
        realm ->
            realm.attributes.put(
                "helpshift.check.accept",
                "CLIENT_NO_WEB_ORIGIN:web, SETTING_MISPLACED:helpshift.email_policy,"
                    + " SECRET_IN_ATTRIBUTE:support.key,"));
    healthy.put(
        "full privacy for one client only",
        realm -> realm.scope("helpshift", true, Map.of(FULL_PRIVACY, "true")));
    healthy.put(
        "a custom field called secret",
        realm ->
            realm.attributes.put(
                "helpshift.user_data.global.custom_user_fields.secret_santa", "firstName"));
    healthy.put(
        "the directory's own id as uid",
        realm -> {
          realm.ldap("staff");
          realm.userProfile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
          realm.attributes.put("helpshift.identity.uid", "LDAP_ID");
        });
    healthy.put(
        "the account of a provider that is disabled by now",
        realm -> {
          realm.identityProvider.setEnabled(false);
          realm.attributes.put("helpshift.identity.discord_id", "idp:discord");
        });
    healthy.put(
        "a new secret that becomes active tomorrow",
        realm -> realm.secret("new", SECRET + "1", 200, 0).put(Attributes.ACTIVE_KEY, false));
    healthy.put(
        "an old secret that was turned off after a rotation",
        realm -> realm.secret("old", SECRET + "1", 50, 400).put(Attributes.ACTIVE_KEY, false));
    healthy.put(
        "an extension with keys that end like ours",
        realm ->
            realm.attributes.putAll(
                Map.of("com.acme.helpshift-theme.colour", "red", "acme.tags", "a", "login", "b")));
    healthy.put(
        "a list for the server only, before its field has a source",
        realm -> realm.attributes.put("helpshift.user_data.server_only", "global.age"));
    healthy.put(
        "a list for the server only, of a field that only one client maps",
        realm -> {
          realm.attributes.put("helpshift.user_data.server_only", "app.user_level");
          realm.mapperConfig.put("helpshift.user_data.app.user_level", "lastName");
        });
    healthy.put(
        "two policies that both allow the chat",
        realm ->
            realm.headers.put(
                "contentSecurityPolicy",
                "frame-src 'self' https://*.helpshift.com, object-src 'none'"));
    healthy.put(
        "Helpshift's own address of Web Chat",
        realm ->
            realm.attributes.put(
                "helpshift.web_chat_url", "https://webchat.helpshift.com/webChat.js"));
    healthy.put(
        "a claim for the other way to log in, which needs the name",
        realm -> {
          realm.secret("legacy", SECRET + "1", 100, 1).put("verification", "user_auth_token");
          realm.attributes.put("helpshift.user_name", "firstName");
          realm.mapperConfig.putAll(
              Map.of(
                  "claim.name",
                  "helpshift",
                  "userinfo.token.claim",
                  "true",
                  "helpshift.claim.format",
                  "user_auth_token"));
        });
    healthy.put(
        "a desktop app with the redirect URI for no browser",
        realm -> {
          realm.webOrigins.clear();
          realm.redirectUris.clear();
          realm.redirectUris.add("urn:ietf:wg:oauth:2.0:oob");
        });
    healthy.put(
        "web origins of a port and of an address",
        realm ->
            realm.webOrigins.addAll(
                Set.of(
                    "https://shop.example.com:8443",
                    "https://192.0.2.7",
                    "https://[2001:db8::1]")));
    healthy.put(
        "a client of SAML and one for machines beside it",
        realm -> {
          when(realm.client("saml").getProtocol()).thenReturn("saml");
          ClientModel machine = realm.client("machine");
          when(machine.isStandardFlowEnabled()).thenReturn(false);
          when(machine.getSecret()).thenReturn("a-secret-of-keycloak-0123456789-abcdef");
        });
    healthy.put(
        "roles and groups with spaces",
        realm -> {
          realm.roles.add("VIP members");
          realm.groups.add("beta testers");
          realm.attributes.put("helpshift.tags", "role:VIP members, group:/beta testers");
        });
    healthy.put(
        "an attribute that a provider's mapper fills with the id of the account",
        realm -> {
          realm.declare("steam", "admin");
          realm.providerMapper(
              "oidc-user-attribute-idp-mapper", Map.of("claim", "sub", "user.attribute", "steam"));
          realm.attributes.put("helpshift.identity.steam_id", "steam");
        });
    return healthy;
  }

  static final Set<String> HEALTHY_NAMES = HEALTHY.keySet();

  @ParameterizedTest
  @FieldSource("HEALTHY_NAMES")
  void findsNothingAboveInfoIn(String name) {
    CheckFixture realm = new CheckFixture();
    HEALTHY.get(name).accept(realm);

    assertThat(realm.findings())
        .filteredOn(
            finding ->
                finding.code().severity()
                    != io.github.keycloakhelpshift.admin.check.finding.Severity.INFO)
        .isEmpty();
  }
}
