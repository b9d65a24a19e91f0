package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.admin.check.client.AnyWebOrigin;
import io.github.keycloakhelpshift.admin.check.client.BoundTokens;
import io.github.keycloakhelpshift.admin.check.client.ClaimSwitches;
import io.github.keycloakhelpshift.admin.check.client.ClientWithoutLogin;
import io.github.keycloakhelpshift.admin.check.client.ConsentAsked;
import io.github.keycloakhelpshift.admin.check.client.DifferingMappers;
import io.github.keycloakhelpshift.admin.check.client.InsecureWebOrigin;
import io.github.keycloakhelpshift.admin.check.client.MissingWebOrigin;
import io.github.keycloakhelpshift.admin.check.client.NoClient;
import io.github.keycloakhelpshift.admin.check.client.OptionalScope;
import io.github.keycloakhelpshift.admin.check.client.RealmDefaultScope;
import io.github.keycloakhelpshift.admin.check.client.UselessWebOrigin;
import io.github.keycloakhelpshift.admin.check.email.DirectoryEmails;
import io.github.keycloakhelpshift.admin.check.email.DuplicateEmails;
import io.github.keycloakhelpshift.admin.check.email.OtherEmail;
import io.github.keycloakhelpshift.admin.check.email.ProviderEmails;
import io.github.keycloakhelpshift.admin.check.email.UnverifiedEmail;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.page.AccountConsole;
import io.github.keycloakhelpshift.admin.check.page.DisabledRealm;
import io.github.keycloakhelpshift.admin.check.page.Impersonation;
import io.github.keycloakhelpshift.admin.check.page.LocalWebChat;
import io.github.keycloakhelpshift.admin.check.page.LoginPages;
import io.github.keycloakhelpshift.admin.check.page.LongAccessTokens;
import io.github.keycloakhelpshift.admin.check.page.UnencryptedRealm;
import io.github.keycloakhelpshift.admin.check.page.UnknownWebChat;
import io.github.keycloakhelpshift.admin.check.page.UnsavedEvents;
import io.github.keycloakhelpshift.admin.check.privacy.FullPrivacyOff;
import io.github.keycloakhelpshift.admin.check.privacy.FullPrivacySource;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.secret.ClientSecretAsSecret;
import io.github.keycloakhelpshift.admin.check.secret.EndlessUserAuthToken;
import io.github.keycloakhelpshift.admin.check.secret.ExposedSecret;
import io.github.keycloakhelpshift.admin.check.secret.MangledSecret;
import io.github.keycloakhelpshift.admin.check.secret.MissingClaimSecret;
import io.github.keycloakhelpshift.admin.check.secret.MissingSecret;
import io.github.keycloakhelpshift.admin.check.secret.NewerPassiveSecret;
import io.github.keycloakhelpshift.admin.check.secret.PublicSecret;
import io.github.keycloakhelpshift.admin.check.secret.RivalSecrets;
import io.github.keycloakhelpshift.admin.check.secret.SecretInOtherMapper;
import io.github.keycloakhelpshift.admin.check.secret.SecretOfTwoApps;
import io.github.keycloakhelpshift.admin.check.secret.SecretOfTwoLogins;
import io.github.keycloakhelpshift.admin.check.secret.UnusableSecret;
import io.github.keycloakhelpshift.admin.check.secret.UnusedSecret;
import io.github.keycloakhelpshift.admin.check.setting.BadSettings;
import io.github.keycloakhelpshift.admin.check.setting.CustomFieldsRule;
import io.github.keycloakhelpshift.admin.check.setting.MetadataRule;
import io.github.keycloakhelpshift.admin.check.setting.MisplacedMapperSettings;
import io.github.keycloakhelpshift.admin.check.setting.MisplacedSettings;
import io.github.keycloakhelpshift.admin.check.setting.MissingSettings;
import io.github.keycloakhelpshift.admin.check.setting.MisspeltKeys;
import io.github.keycloakhelpshift.admin.check.setting.NobodyIdentified;
import io.github.keycloakhelpshift.admin.check.setting.TooManyTags;
import io.github.keycloakhelpshift.admin.check.setting.UnknownAcceptance;
import io.github.keycloakhelpshift.admin.check.setting.UnknownTags;
import io.github.keycloakhelpshift.admin.check.setting.UnknownWidgetOption;
import io.github.keycloakhelpshift.admin.check.setting.UnknownWidgetValue;
import io.github.keycloakhelpshift.admin.check.setting.UnmappedField;
import io.github.keycloakhelpshift.admin.check.setting.WhoSaysWhat;
import io.github.keycloakhelpshift.admin.check.setting.WithoutEffect;
import io.github.keycloakhelpshift.admin.check.source.ChosenName;
import io.github.keycloakhelpshift.admin.check.source.CredentialNote;
import io.github.keycloakhelpshift.admin.check.source.DifferingSources;
import io.github.keycloakhelpshift.admin.check.source.DisabledProvider;
import io.github.keycloakhelpshift.admin.check.source.EditableSource;
import io.github.keycloakhelpshift.admin.check.source.ImportedSource;
import io.github.keycloakhelpshift.admin.check.source.MultivaluedSource;
import io.github.keycloakhelpshift.admin.check.source.UidSource;
import io.github.keycloakhelpshift.admin.check.source.UnavailableSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** All rules of the check. */
final class Rules {

  private static final Logger LOG = Logger.getLogger(Rules.class);

  static final List<Function<CheckedRealm, Rule>> ALL =
      List.of(
          DisabledRealm::new,
          NoClient::new,
          MissingSecret::new,
          MissingClaimSecret::new,
          UnusableSecret::new,
          ExposedSecret::new,
          SecretInOtherMapper::new,
          PublicSecret::new,
          SecretOfTwoApps::new,
          SecretOfTwoLogins::new,
          MangledSecret::new,
          ClientSecretAsSecret::new,
          EndlessUserAuthToken::new,
          RivalSecrets::new,
          NewerPassiveSecret::new,
          UnusedSecret::new,
          FullPrivacyOff::new,
          FullPrivacySource::new,
          NobodyIdentified::new,
          BadSettings::new,
          MisspeltKeys::new,
          MissingSettings::new,
          MisplacedMapperSettings::new,
          MisplacedSettings::new,
          WithoutEffect::new,
          MetadataRule::new,
          CustomFieldsRule::new,
          UnmappedField::new,
          UnknownTags::new,
          TooManyTags::new,
          UnknownWidgetOption::new,
          UnknownWidgetValue::new,
          UnavailableSource::new,
          DisabledProvider::new,
          EditableSource::new,
          MultivaluedSource::new,
          ImportedSource::new,
          CredentialNote::new,
          ChosenName::new,
          UidSource::new,
          DifferingSources::new,
          UnverifiedEmail::new,
          DuplicateEmails::new,
          OtherEmail::new,
          ProviderEmails::new,
          DirectoryEmails::new,
          ClientWithoutLogin::new,
          MissingWebOrigin::new,
          AnyWebOrigin::new,
          InsecureWebOrigin::new,
          UselessWebOrigin::new,
          OptionalScope::new,
          RealmDefaultScope::new,
          DifferingMappers::new,
          ConsentAsked::new,
          BoundTokens::new,
          ClaimSwitches::new,
          UnencryptedRealm::new,
          LocalWebChat::new,
          UnknownWebChat::new,
          AccountConsole::new,
          LoginPages::new,
          LongAccessTokens::new,
          UnsavedEvents::new,
          Impersonation::new,
          UnknownAcceptance::new,
          WhoSaysWhat::new);

  private Rules() {}

  /** Returns what those rules find, the worst first. */
  static List<Finding> run(List<Function<CheckedRealm, Rule>> rules, CheckedRealm realm) {
    return rules.stream()
        .flatMap(rule -> run(rule, realm).stream())
        .distinct()
        .sorted(Comparator.comparing((Finding finding) -> finding.code().severity()))
        .toList();
  }

  /** Runs one rule. If it fails, the other rules still run. */
  private static List<Finding> run(Function<CheckedRealm, Rule> rules, CheckedRealm realm) {
    Rule rule = rules.apply(realm);
    try {
      // An admin can have pasted a secret where a name belongs.
      return rule.findings()
          .map(finding -> finding.masked(text -> realm.knownSecrets().isIn(text)))
          .toList();
    } catch (RuntimeException e) {
      String name = rule.getClass().getSimpleName();
      LOG.warnf(
          e, "Rule %s of the Helpshift check failed in realm '%s'", name, realm.model().getName());
      return List.of(
          Finding.of(Code.CHECK_FAILED, Place.REALM, name, e.getClass().getSimpleName()));
    }
  }
}
