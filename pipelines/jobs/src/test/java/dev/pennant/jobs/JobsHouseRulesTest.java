package dev.pennant.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

/** Which way the arrows of the jobs run. */
@AnalyzeClasses(packages = "dev.pennant.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
final class JobsHouseRulesTest {
    @ArchTest
    static final ArchRule NO_CIRCLES =
            slices().matching("dev.pennant.jobs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule JOBS_KNOW_NO_COMMAND = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.pennant.cli..",
                    "dev.pennant.stack..",
                    "dev.pennant.load..",
                    "dev.pennant.season..",
                    "dev.pennant.audit..");

    @ArchTest
    static final ArchRule WHAT_IS_SHARED_KNOWS_NO_JOB = noClasses()
            .that()
            .resideInAnyPackage("dev.pennant.jobs.flink..", "dev.pennant.jobs.kafka..", "dev.pennant.jobs.clickhouse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.pennant.jobs.revenue..", "dev.pennant.jobs.indicator..");

    @ArchTest
    static final ArchRule ONLY_A_MAIN_PICKS_THE_CLOCK = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Job")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
