package dev.pennant.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Calls, and references to methods, whose outcome depends on the machine: its clock, zone, locale and charset. */
final class MachineAccess {
    private static final String CONSTRUCTOR = "<init>";

    private static final Map<String, Set<String>> OF_CLOCK = Map.of(
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.time.Clock",
                    Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes"),
            "java.time.InstantSource", Set.of("system"),
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.YearMonth", Set.of("now"),
            "java.time.Year", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.util.Date", Set.of(CONSTRUCTOR));

    private static final Map<String, Set<String>> OF_DEFAULTS = Map.of(
            "java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"),
            "java.time.ZoneId", Set.of("systemDefault"),
            "java.nio.charset.Charset", Set.of("defaultCharset"),
            "java.lang.String", Set.of("format", "formatted", "toLowerCase", "toUpperCase", "getBytes", CONSTRUCTOR),
            "java.time.format.DateTimeFormatter", Set.of("ofPattern"),
            "java.time.format.DateTimeFormatterBuilder", Set.of("toFormatter"),
            "java.text.NumberFormat", Set.of("getInstance", "getNumberInstance", "getPercentInstance"),
            "java.io.InputStreamReader", Set.of(CONSTRUCTOR),
            "java.io.OutputStreamWriter", Set.of(CONSTRUCTOR));

    private static final Set<String> CLOCKS = Set.of("java.time.Clock", "long");
    private static final Set<String> SETTINGS =
            Set.of("java.util.Locale", "java.nio.charset.Charset", "java.nio.charset.CharsetDecoder");

    private MachineAccess() {}

    static DescribedPredicate<JavaAccess<?>> toItsClock() {
        return accessTo("the machine's clock", target -> isListed(target, OF_CLOCK) && !takes(target, CLOCKS));
    }

    static DescribedPredicate<JavaAccess<?>> toItsDefaults() {
        return accessTo(
                "the machine's zone, locale or charset",
                target -> isListed(target, OF_DEFAULTS) && !takes(target, SETTINGS) && !isStringOfCharacters(target));
    }

    private static DescribedPredicate<JavaAccess<?>> accessTo(String what, Predicate<CodeUnitAccessTarget> isTarget) {
        return DescribedPredicate.describe(
                "access to " + what,
                access -> access.getTarget() instanceof CodeUnitAccessTarget target && isTarget.test(target));
    }

    private static boolean isListed(CodeUnitAccessTarget target, Map<String, Set<String>> names) {
        return names.getOrDefault(target.getOwner().getName(), Set.of()).contains(target.getName());
    }

    private static boolean takes(CodeUnitAccessTarget target, Set<String> types) {
        return parameters(target).stream().anyMatch(types::contains);
    }

    private static boolean isStringOfCharacters(CodeUnitAccessTarget target) {
        return target.getName().equals(CONSTRUCTOR)
                && target.getOwner().isEquivalentTo(String.class)
                && !parameters(target).contains("[B");
    }

    private static List<String> parameters(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }
}
