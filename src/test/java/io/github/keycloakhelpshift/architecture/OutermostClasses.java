package io.github.keycloakhelpshift.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Slices by class: a nested class belongs to its outer class. */
final class OutermostClasses implements SliceAssignment {

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
    return javaClass.getPackageName().startsWith(ArchitectureTest.ROOT)
        ? SliceIdentifier.of(javaClass.getName().split("\\$", 2)[0])
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "classes";
  }
}
