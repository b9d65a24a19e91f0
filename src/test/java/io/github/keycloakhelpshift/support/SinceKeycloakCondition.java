package io.github.keycloakhelpshift.support;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

final class SinceKeycloakCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return findAnnotation(context.getElement(), SinceKeycloak.class)
        .filter(since -> !KeycloakVersion.isAtLeast(since.value()))
        .map(
            since ->
                ConditionEvaluationResult.disabled(
                    "Since Keycloak %s: %s".formatted(since.value(), since.because())))
        .orElse(ConditionEvaluationResult.enabled("This Keycloak is new enough"));
  }
}
