package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Finds more custom fields than Helpshift's dashboard, or one of its calls, allows. */
public record CustomFieldsRule(CheckedRealm realm) implements LayerRule {

  /** The number of global fields that the dashboard allows. */
  private static final int DASHBOARD = 20;

  @Override
  public Stream<Finding> findings(Layer layer) {
    return Arrays.stream(UserDataScope.values()).flatMap(scope -> of(layer, scope));
  }

  private Stream<Finding> of(Layer layer, UserDataScope scope) {
    List<String> custom =
        layer.values().userData().get(scope).keySet().stream()
            .filter(field -> field.startsWith(UserDataScope.CUSTOM_PREFIX))
            .sorted()
            .toList();
    int most = scope == UserDataScope.GLOBAL ? DASHBOARD : UserData.MAX_COLLECTION;
    if (custom.size() <= most) {
      return Stream.empty();
    }
    Finding finding =
        layer.finding(
            Code.CUSTOM_FIELDS_TOO_MANY,
            Setting.userDataKey(scope, custom.get(most)),
            custom.size(),
            scope.scopeName(),
            most,
            UserData.MAX_COLLECTION);
    return Stream.of(custom.size() > UserData.MAX_COLLECTION ? finding.as("lost") : finding);
  }
}
