package dev.pennant.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The benchmarks measure everything, and nothing knows of them. */
@AnalyzeClasses(packages = "dev.pennant", importOptions = ImportOption.DoNotIncludeTests.class)
final class BenchHouseRulesTest {
    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_BENCHMARKS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.pennant.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.pennant.bench..");

    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.pennant.bench.(*)..").should().beFreeOfCycles();
}
