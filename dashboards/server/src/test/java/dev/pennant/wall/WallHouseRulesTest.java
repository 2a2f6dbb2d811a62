package dev.pennant.wall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The wall reads ClickHouse, and knows nothing of the rest of the house. */
@AnalyzeClasses(packages = "dev.pennant.wall", importOptions = ImportOption.DoNotIncludeTests.class)
final class WallHouseRulesTest {
    @ArchTest
    static final ArchRule IT_STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "dev.pennant.wall..", "com.fasterxml.jackson..", "org.eclipse.jetty..", "org.slf4j..");

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pennant.wall.http")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.pennant.wall.(*)..").should().beFreeOfCycles();
}
