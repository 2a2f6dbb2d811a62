package dev.pennant.core.catalogue;

import dev.pennant.core.air.AirLimits;
import dev.pennant.core.air.AirStandards;
import dev.pennant.core.retail.ReceiptLimits;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.revenue.ReportLimits;
import dev.pennant.core.standings.Competition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a catalogue: those of a folder, and the shipped ones in place of those it has not. */
public final class CatalogueFiles {
    private static final String PREFECTURES = "prefectures.csv";
    private static final String UNITS = "units.csv";
    private static final String INDICATORS = "indicators.yaml";
    private static final String REPORT_LIMITS = "report-limits.yaml";
    private static final String RETAIL_CATEGORIES = "retail-categories.csv";
    private static final String RECEIPT_LIMITS = "receipt-limits.yaml";
    private static final String AIR_STANDARDS = "air-standards.yaml";
    private static final String AIR_LIMITS = "air-limits.yaml";
    private static final String COMPETITIONS = "competitions.yaml";
    private static final String ALERT_RULES = "alert-rules.yaml";
    private static final List<String> NAMES = List.of(
            PREFECTURES,
            UNITS,
            INDICATORS,
            REPORT_LIMITS,
            RETAIL_CATEGORIES,
            RECEIPT_LIMITS,
            AIR_STANDARDS,
            AIR_LIMITS,
            COMPETITIONS,
            ALERT_RULES);

    private final Optional<Path> folder;
    private final List<CatalogueProblem> problems = new ArrayList<>();

    CatalogueFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The names of all files of a catalogue. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Checks one file; its name says what it is. Where it refers to others, those beside it count, and the shipped ones in place of those that are
     * not there; their mistakes are not reported.
     *
     * @return every mistake, in the order of the lines; none when the file is right
     */
    public static List<CatalogueProblem> check(Path file) {
        Path full = file.toAbsolutePath().normalize();
        String name = full.getFileName() == null ? "" : full.getFileName().toString();
        if (!NAMES.contains(name)) {
            return List.of(new CatalogueProblem(
                    file.toString(), 0, "a catalogue has no such file; it has " + String.join(", ", NAMES)));
        }
        if (!Files.exists(full)) {
            return List.of(new CatalogueProblem(file.toString(), 0, "there is no such file"));
        }
        CatalogueFiles files = new CatalogueFiles(Optional.ofNullable(full.getParent()));
        files.read();
        return files.problemsInOrder().stream()
                .filter(problem -> problem.file().equals(name))
                .map(problem -> problem.in(file.toString()))
                .toList();
    }

    /**
     * Reads a draft of {@code competitions.yaml} under any name, with the shipped catalogue beside it.
     *
     * @return its competitions, or every mistake in it
     */
    public static Draft draft(Path file) {
        Catalogue shipped = Catalogue.shipped();
        List<CatalogueProblem> problems = new ArrayList<>();
        List<Competition> competitions = new ArrayList<>();
        try {
            CatalogueText.decode(file.toString(), Files.readAllBytes(file), problems)
                    .ifPresent(text -> competitions.addAll(
                            CompetitionFile.read(text, shipped.units(), shipped.indicators(), problems)));
        } catch (IOException unreadable) {
            problems.add(new CatalogueProblem(file.toString(), 0, "the file cannot be read"));
        }
        return new Draft(competitions, problems);
    }

    /**
     * A draft of competitions.
     *
     * @param competitions those without mistakes
     * @param problems every mistake
     */
    public record Draft(List<Competition> competitions, List<CatalogueProblem> problems) {}

    /** @throws InvalidCatalogueException when the folder cannot be read, or any file has a mistake */
    Catalogue load() {
        folder.filter(place -> !Files.isDirectory(place))
                .ifPresent(place -> problems.add(new CatalogueProblem(place.toString(), 0, "there is no such folder")));
        Optional<Catalogue> catalogue = read();
        if (!problems.isEmpty()) {
            throw new InvalidCatalogueException(problemsInOrder().stream()
                    .map(problem ->
                            problem.in(own(problem.file()).map(Path::toString).orElse(problem.file())))
                    .toList());
        }
        return catalogue.orElseThrow();
    }

    private Optional<Catalogue> read() {
        Map<String, Unit> prefectures = text(PREFECTURES)
                .map(text -> UnitFiles.prefectures(text, problems))
                .orElse(Map.of());
        List<Unit> units = new ArrayList<>(prefectures.values());
        text(UNITS).ifPresent(text -> units.addAll(UnitFiles.townshipsAndCounties(text, prefectures, problems)));
        List<IndicatorDefinition> indicators =
                text(INDICATORS).map(text -> IndicatorFile.read(text, problems)).orElse(List.of());
        Optional<ReportLimits> limits = text(REPORT_LIMITS).flatMap(text -> ReportLimitsFile.read(text, problems));
        Optional<RetailCategories> categories =
                text(RETAIL_CATEGORIES).flatMap(text -> RetailCategoriesFile.read(text, problems));
        Optional<ReceiptLimits> receiptLimits =
                text(RECEIPT_LIMITS).flatMap(text -> ReceiptLimitsFile.read(text, problems));
        Optional<AirStandards> airStandards =
                text(AIR_STANDARDS).flatMap(text -> AirStandardsFile.read(text, problems));
        Units places = new Units(units);
        List<Competition> competitions = competitions(places, indicators);
        List<WrittenRule> alertRules = alertRules(AlertRuleNames.of(units, indicators, competitions));
        Optional<AirLimits> airLimits = text(AIR_LIMITS).flatMap(text -> AirLimitsFile.read(text, problems));
        if (limits.isEmpty()
                || categories.isEmpty()
                || receiptLimits.isEmpty()
                || airStandards.isEmpty()
                || airLimits.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Catalogue(
                places,
                List.copyOf(indicators),
                limits.get(),
                categories.get(),
                receiptLimits.get(),
                airStandards.get(),
                airLimits.get(),
                List.copyOf(competitions),
                List.copyOf(alertRules)));
    }

    /** Of the shipped competitions those that fit: a catalogue of one's own need not have their places and indicators. */
    private List<Competition> competitions(Units places, List<IndicatorDefinition> indicators) {
        boolean own = own(COMPETITIONS).isPresent() || folder.isEmpty();
        return text(COMPETITIONS)
                .map(text -> CompetitionFile.read(text, places, indicators, own ? problems : new ArrayList<>()))
                .orElse(List.of());
    }

    /** Of the shipped rules those that fit: a catalogue of one's own need not have all their indicators. */
    private List<WrittenRule> alertRules(AlertRuleNames names) {
        boolean own = own(ALERT_RULES).isPresent() || folder.isEmpty();
        return text(ALERT_RULES)
                .map(text -> AlertRulesFile.read(text, names, own ? problems : new ArrayList<>()))
                .orElse(List.of());
    }

    private List<CatalogueProblem> problemsInOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt((CatalogueProblem problem) -> NAMES.indexOf(problem.file()))
                        .thenComparingInt(CatalogueProblem::line))
                .toList();
    }

    private Optional<CatalogueText> text(String name) {
        Optional<Path> own = own(name);
        if (own.isEmpty()) {
            return CatalogueText.decode(name, shipped(name), problems);
        }
        try {
            return CatalogueText.decode(name, Files.readAllBytes(own.get()), problems);
        } catch (IOException unreadable) {
            problems.add(new CatalogueProblem(name, 0, "the file cannot be read: " + unreadable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Path> own(String name) {
        return folder.map(place -> place.resolve(name)).filter(Files::exists);
    }

    private static byte[] shipped(String name) {
        try (InputStream shipped = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name)) {
            if (shipped == null) {
                throw new IllegalStateException("the shipped catalogue has no " + name);
            }
            return shipped.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
