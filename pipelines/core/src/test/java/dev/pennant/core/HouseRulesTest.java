package dev.pennant.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Core is plain Java: its arrows, and what it must not take from the machine on which it happens to run. */
final class HouseRulesTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.pennant.core");

    private static final ArchRule TIME_IS_GIVEN = noClasses().should().accessTargetWhere(MachineAccess.toItsClock());
    private static final ArchRule ZONE_LOCALE_AND_CHARSET_ARE_NAMED =
            noClasses().should().accessTargetWhere(MachineAccess.toItsDefaults());

    @Test
    void coreKnowsNoFlinkKafkaClickHouseAvroOrCommandLine() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "dev.pennant.core..", "de.siegmar.fastcsv..", "org.yaml.snakeyaml..")
                .check(CORE);
    }

    @Test
    void onlyTheCatalogueReadsFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.pennant.core.catalogue")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("de.siegmar.fastcsv..", "org.yaml.snakeyaml..", "java.nio.file..")
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.pennant.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void timeIsGivenAndNeverAskedFor() {
        TIME_IS_GIVEN.check(CORE);
    }

    @Test
    void zoneLocaleAndCharsetAreNamed() {
        ZONE_LOCALE_AND_CHARSET_ARE_NAMED.check(CORE);
    }

    @Test
    void nothingPublicAndSharedCanChange() {
        fields().that()
                .areStatic()
                .and()
                .arePublic()
                .should()
                .beFinal()
                .andShould()
                .notHaveRawType(DescribedPredicate.describe(
                        "arrays or collections",
                        (JavaClass type) -> type.isArray()
                                || type.isAssignableTo(Collection.class)
                                || type.isAssignableTo(Map.class)))
                .check(CORE);
    }

    @Test
    void theseRulesSeeWhatTheyForbidAndLetPassWhatIsNamed() {
        JavaClasses careless = new ClassFileImporter().importClasses(Careless.class);
        JavaClasses careful = new ClassFileImporter().importClasses(Careful.class);

        assertThat(TIME_IS_GIVEN.evaluate(careless).getFailureReport().getDetails())
                .hasSize(3);
        assertThat(ZONE_LOCALE_AND_CHARSET_ARE_NAMED
                        .evaluate(careless)
                        .getFailureReport()
                        .getDetails())
                .hasSize(5);
        assertThat(TIME_IS_GIVEN.evaluate(careful).hasViolation()).isFalse();
        assertThat(ZONE_LOCALE_AND_CHARSET_ARE_NAMED.evaluate(careful).hasViolation())
                .isFalse();
    }

    @SuppressWarnings({
        "DefaultCharset",
        "DefaultLocale",
        "JavaTimeDefaultTimeZone",
        "StringCaseLocaleUsage",
        "TimeInStaticInitializer",
        "unused"
    })
    private static final class Careless {
        private static final UnaryOperator<String> SMALL = String::toLowerCase;

        static String careless() {
            LocalDate today = LocalDate.now();
            byte[] bytes =
                    SMALL.apply(Instant.now() + ZoneId.systemDefault().getId()).getBytes();
            return String.format("%s %s %s", new String(bytes), today, System.currentTimeMillis());
        }
    }

    @SuppressWarnings("unused")
    private static final class Careful {
        static String careful(Clock clock) {
            String text = (Instant.now(clock) + clock.getZone().getId()).toLowerCase(Locale.ROOT);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return String.format(Locale.ROOT, "%s", new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
