package dev.pennant;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Which way the arrows of the whole house run. */
@AnalyzeClasses(packages = "dev.pennant", importOptions = ImportOption.DoNotIncludeTests.class)
final class CommandHouseRulesTest {
    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.pennant.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pennant.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pennant.cli..");

    @ArchTest
    static final ArchRule NOTHING_AFTER_THE_TOPICS_KNOWS_THE_DEMO = noClasses()
            .that()
            .resideOutsideOfPackages("dev.pennant.season..", "dev.pennant.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pennant.season..");
}
