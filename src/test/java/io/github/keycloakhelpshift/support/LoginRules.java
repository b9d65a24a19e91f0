package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What an admin asks of logins: authentication flows and client policies. */
public final class LoginRules {

  private static final String FLOWS = "/authentication/flows";

  private final TestRealm realm;

  LoginRules(TestRealm realm) {
    this.realm = realm;
  }

  /** One policy that runs an executor where a condition holds; it replaces all others. */
  public void policy(
      String condition, String conditionConfig, String executor, String executorConfig) {
    ObjectNode profiles =
        Json.object("{'profiles': [{'name': 'ours', 'executors': [{'configuration': {}}]}]}");
    ((ObjectNode) profiles.at("/profiles/0/executors/0"))
        .put("executor", executor)
        .set("configuration", Json.object(executorConfig));
    ObjectNode policies =
        Json.object(
            "{'policies': [{'name': 'ours', 'enabled': true, 'profiles': ['ours'],"
                + " 'conditions': [{}]}]}");
    ((ObjectNode) policies.at("/policies/0/conditions/0"))
        .put("condition", condition)
        .set("configuration", Json.object(conditionConfig));
    realm.admin().put(realm.path("/client-policies/profiles"), profiles);
    realm.admin().put(realm.path("/client-policies/policies"), policies);
  }

  /** A flow that lets nobody in. */
  public void addDenyingFlow(String alias) {
    addFlow(alias);
    addExecution(alias, "deny-access-authenticator", "REQUIRED");
  }

  /** A flow of cookie or password that then denies those who have a realm role. */
  public void addFlowDenying(String role, String alias) {
    addFlow(alias);
    addSubflow(alias, "who", "REQUIRED");
    addExecution("who", "auth-cookie", "ALTERNATIVE");
    addExecution("who", "auth-username-password-form", "ALTERNATIVE");
    addSubflow(alias, "not those", "CONDITIONAL");
    JsonNode condition = addExecution("not those", "conditional-user-role", "REQUIRED");
    realm
        .admin()
        .post(
            realm.path("/authentication/executions/" + condition.get("id").asText() + "/config"),
            Json.of(Map.of("alias", "those", "config", Map.of("condUserRole", role))));
    addExecution("not those", "deny-access-authenticator", "REQUIRED");
  }

  private void addFlow(String alias) {
    realm
        .admin()
        .post(
            realm.path(FLOWS),
            Json.object("{'providerId': 'basic-flow', 'topLevel': true, 'builtIn': false}")
                .put("alias", alias));
  }

  private void addSubflow(String flow, String alias, String requirement) {
    add(flow, "flow", Json.object("{'type': 'basic-flow'}").put("alias", alias), requirement);
  }

  private JsonNode addExecution(String flow, String provider, String requirement) {
    return add(flow, "execution", Json.object("{}").put("provider", provider), requirement);
  }

  /** Adds one to the end of a flow. Keycloak takes its requirement only in a second call. */
  private JsonNode add(String flow, String kind, ObjectNode added, String requirement) {
    String executions = realm.path(FLOWS + "/" + flow.replace(" ", "%20") + "/executions");
    realm.admin().post(executions + "/" + kind, added);
    JsonNode all = realm.admin().get(executions);
    ObjectNode last = null;
    for (JsonNode execution : all) {
      if (execution.get("level").asInt() == 0) {
        last = (ObjectNode) execution;
      }
    }
    realm.admin().put(executions, last.put("requirement", requirement));
    return last;
  }
}
