package dev.pennant.core.catalogue;

import dev.pennant.core.revenue.ReportLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files of a catalogue: those of a folder, and the shipped ones in place of those it has not. */
public final class CatalogueFiles {
    private static final String PREFECTURES = "prefectures.csv";
    private static final String UNITS = "units.csv";
    private static final String INDICATORS = "indicators.yaml";
    private static final String REPORT_LIMITS = "report-limits.yaml";

    private final Optional<Path> folder;

    CatalogueFiles(Optional<Path> folder) {
        this.folder = folder;
    }

    /** The names of all files of a catalogue. */
    public static List<String> names() {
        return List.of(PREFECTURES, UNITS, INDICATORS, REPORT_LIMITS);
    }

    /**
     * Checks one file against the shipped rest of the catalogue; its name says what it is.
     *
     * @return every mistake, in the order of the lines; none when the file is right
     */
    public static List<CatalogueProblem> check(Path file) {
        List<CatalogueProblem> problems = new ArrayList<>();
        String name = file.getFileName().toString();
        if (!names().contains(name)) {
            return List.of(new CatalogueProblem(
                    file.toString(), 0, "a catalogue has no such file; it has " + String.join(", ", names())));
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return List.of(new CatalogueProblem(file.toString(), 0, "cannot be read"));
        }
        new CatalogueFiles(Optional.of(file.toAbsolutePath().getParent())).read(problems, List.of(name));
        return problems;
    }

    Catalogue load() {
        List<CatalogueProblem> problems = new ArrayList<>();
        Optional<Catalogue> catalogue = read(problems, names());
        if (!problems.isEmpty()) {
            throw new InvalidCatalogueException(problems);
        }
        return catalogue.orElseThrow();
    }

    private Optional<Catalogue> read(List<CatalogueProblem> problems, List<String> fromFolder) {
        Map<String, Unit> prefectures =
                with(PREFECTURES, fromFolder, text -> UnitFiles.prefectures(PREFECTURES, text, problems));
        List<Unit> units = new ArrayList<>(prefectures.values());
        units.addAll(
                with(UNITS, fromFolder, text -> UnitFiles.townshipsAndCounties(UNITS, text, prefectures, problems)));
        List<IndicatorDefinition> indicators =
                with(INDICATORS, fromFolder, text -> IndicatorFile.read(INDICATORS, text, problems));
        Optional<ReportLimits> limits =
                with(REPORT_LIMITS, fromFolder, text -> ReportLimitsFile.read(REPORT_LIMITS, text, problems));
        return limits.map(bounds -> new Catalogue(new Units(units), List.copyOf(indicators), bounds));
    }

    private <T> T with(String name, List<String> fromFolder, Function<Reader, T> reader) {
        try (Reader text = new BufferedReader(new InputStreamReader(open(name, fromFolder), StandardCharsets.UTF_8))) {
            return reader.apply(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private InputStream open(String name, List<String> fromFolder) throws IOException {
        Optional<Path> own = folder.map(place -> place.resolve(name))
                .filter(file -> fromFolder.contains(name) && Files.exists(file));
        if (own.isPresent()) {
            return Files.newInputStream(own.get());
        }
        InputStream shipped = CatalogueFiles.class.getResourceAsStream("/catalogue/" + name);
        if (shipped == null) {
            throw new IllegalStateException("the shipped catalogue has no " + name);
        }
        return shipped;
    }
}
