package io.github.keycloakhelpshift.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import java.lang.invoke.MethodHandle;
import org.keycloak.common.Version;

/**
 * Each package is a room with one purpose, and arrows between them go only one way:
 *
 * <pre>
 *   rest  mapper  admin
 *     user
 *       client
 *         secret
 *           settings
 *             token
 *               identity
 *   compatibility
 * </pre>
 */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  static final String ROOT = "io.github.keycloakhelpshift";

  @ArchTest
  static final ArchRule ARROWS_RUN_DOWNWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("rest")
          .definedBy(ROOT + ".rest..")
          .layer("mapper")
          .definedBy(ROOT + ".mapper..")
          .layer("admin")
          .definedBy(ROOT + ".admin..")
          .layer("user")
          .definedBy(ROOT + ".user..")
          .layer("client")
          .definedBy(ROOT + ".client..")
          .layer("secret")
          .definedBy(ROOT + ".secret..")
          .layer("settings")
          .definedBy(ROOT + ".settings..")
          .layer("token")
          .definedBy(ROOT + ".token..")
          .layer("identity")
          .definedBy(ROOT + ".identity..")
          .layer("compatibility")
          .definedBy(ROOT + ".compatibility..")
          .whereLayer("rest")
          .mayOnlyBeAccessedByLayers("rest")
          .whereLayer("mapper")
          .mayOnlyBeAccessedByLayers("mapper")
          .whereLayer("admin")
          .mayOnlyBeAccessedByLayers("admin")
          .whereLayer("user")
          .mayOnlyBeAccessedByLayers("rest", "mapper", "admin")
          .whereLayer("client")
          .mayOnlyBeAccessedByLayers("rest", "mapper", "admin", "user")
          .whereLayer("secret")
          .mayOnlyAccessLayers("settings", "token", "identity", "compatibility")
          .whereLayer("settings")
          .mayOnlyAccessLayers("token", "identity")
          .whereLayer("token")
          .mayOnlyAccessLayers("identity")
          .whereLayer("identity")
          .mayNotAccessAnyLayer()
          .whereLayer("compatibility")
          .mayNotAccessAnyLayer();

  /** Packages are rooms, and a room may have smaller rooms: no circle between any two of them. */
  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_ROOMS =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  /** Nested classes count as their outer class. */
  @ArchTest
  static final ArchRule NO_CIRCLES_BETWEEN_CLASSES =
      slices().assignedFrom(new OutermostClasses()).should().beFreeOfCycles();

  private static final DescribedPredicate<HasName> MAPPERS_OF_USERS =
      nameMatching(".*[.]user[.](Identity|UserData)Mapper");

  /** Only one class checks who may have a token, because a second place could forget it. */
  @ArchTest
  static final ArchRule ONE_DOOR_TO_A_TOKEN =
      noClasses()
          .that()
          .doNotBelongToAnyOf(
              HelpshiftUser.class,
              MappedIdentities.class,
              MappedUserData.class,
              IdentityToken.class,
              VerifiedUser.class)
          .and(not(MAPPERS_OF_USERS))
          .should()
          .accessTargetWhere(
              target(
                      owner(
                          belongToAnyOf(
                                  MappedIdentities.class,
                                  MappedUserData.class,
                                  IdentityToken.class,
                                  VerifiedUser.class)
                              .or(MAPPERS_OF_USERS)))
                  .and(target(name("of").or(name("<init>")))))
          .because("only HelpshiftUser maps a user to what Helpshift may know");

  @ArchTest
  static final ArchRule EVERY_CLASS_HAS_A_ROOM =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT + ".rest..",
              ROOT + ".mapper..",
              ROOT + ".admin..",
              ROOT + ".user..",
              ROOT + ".client..",
              ROOT + ".secret..",
              ROOT + ".settings..",
              ROOT + ".token..",
              ROOT + ".identity..",
              ROOT + ".compatibility..")
          .because("a package outside of the rooms would have unchecked arrows");

  @ArchTest
  static final ArchRule IDENTITY_IS_PLAIN_JAVA =
      classes()
          .that()
          .resideInAPackage(ROOT + ".identity..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", ROOT + ".identity..")
          .because("the model of Helpshift knows neither Keycloak nor any library");

  @ArchTest
  static final ArchRule TOKEN_KNOWS_NO_KEYCLOAK =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".token..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.keycloak..", "jakarta..", "org.jboss..");

  @ArchTest
  static final ArchRule ONLY_TOKEN_KNOWS_THE_JWT_LIBRARY =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".token..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.jsonwebtoken..", "javax.crypto..");

  @ArchTest
  static final ArchRule ONLY_COMPATIBILITY_KNOWS_WHAT_DIFFERS_BETWEEN_VERSIONS =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".compatibility..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(MethodHandle.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Version.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class)
          .orShould()
          .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class);

  @ArchTest
  static final ArchRule HTTP_IS_THE_ENDPOINTS_BUSINESS =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".rest..", ROOT + ".admin..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  /** What a server knows is in objects that its factories make, never in a class. */
  @ArchTest
  static final ArchRule NO_STATIC_STATE = fields().that().areStatic().should(new BeConstant());

  @ArchTest static final ArchRule NO_JAVA_UTIL_LOGGING = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  @ArchTest static final ArchRule NO_STANDARD_STREAMS = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule EXCEPTIONS_SAY_SO =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .should()
          .haveSimpleNameEndingWith("Exception");
}
