package dev.pennant.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleasedSchemasTest {
    private static final Path MODULE = Path.of(System.getProperty("basedir", "."));
    private static final Path RELEASED = MODULE.resolve("released");

    static List<Schema> currentSchemas() {
        return files(MODULE.resolve("src/main/avro"))
                .map(ReleasedSchemasTest::parse)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void theCurrentSchemaIsTheNewestReleasedOneOrMayBecomeTheNext(Schema current) {
        assertThat(SchemaEvolution.objections(current, ReleasedSchemas.get().versionsOf(current.getFullName())))
                .as(
                        "%s.avsc was edited in a way that breaks events already written. Give a new field a default and"
                                + " leave the others as they were released (schemas/released/README.md). Objections",
                        current.getName())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void theGeneratedClassIsOfTheCurrentSchema(Schema current) {
        assertThat(SampleEvents.all())
                .as("SampleEvents and a golden file for every event")
                .extracting(event -> SchemaNormalization.toParsingForm(event.getSchema()))
                .contains(SchemaNormalization.toParsingForm(current));
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void everyRecordAndFieldSaysWhatItMeans(Schema current) {
        assertThat(current.getDoc()).isNotBlank();
        assertThat(current.getFields()).allSatisfy(field -> assertThat(field.doc())
                .as("doc of %s", field.name())
                .isNotBlank()
                .endsWith("."));
    }

    @Test
    void theIndexListsEveryReleasedFileWithTheFingerprintItWasReleasedWith() throws IOException {
        List<String> expected = new ArrayList<>();
        try (Stream<Path> versions = Files.list(RELEASED)) {
            versions.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(
                            folder -> Integer.valueOf(folder.getFileName().toString())))
                    .flatMap(ReleasedSchemasTest::files)
                    .map(ReleasedSchemasTest::indexLine)
                    .forEach(expected::add);
        }
        assertThat(Files.readAllLines(RELEASED.resolve("index.txt"), UTF_8))
                .as(
                        "released/index.txt. Add a line for a new file; where the fingerprint of an older file differs, that"
                                + " file was edited: put it back, for events written with it would be lost")
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("currentSchemas")
    void aReleasedSchemaIsFoundByItsFingerprint(Schema current) {
        assertThat(ReleasedSchemas.get().versionsOf(current.getFullName())).allSatisfy(released -> assertThat(
                        ReleasedSchemas.get().findByFingerprint(SchemaNormalization.parsingFingerprint64(released)))
                .isEqualTo(released));
        assertThat(ReleasedSchemas.get().findByFingerprint(0x0123456789abcdefL)).isNull();
    }

    @Test
    void theFirstReleaseHoldsEveryEventOfTheFirstDay() {
        assertThat(SampleEvents.all()).extracting(SpecificRecordBase::getSchema).allSatisfy(schema -> assertThat(
                        ReleasedSchemas.get().versionsOf(schema.getFullName()))
                .as(schema.getFullName())
                .isNotEmpty());
        assertThat(ReleasedSchemas.get().versionsOf("dev.pennant.schemas.event.Nothing"))
                .isEmpty();
    }

    private static String indexLine(Path file) {
        return "%016x %s/%s"
                .formatted(
                        SchemaNormalization.parsingFingerprint64(parse(file)),
                        file.getParent().getFileName(),
                        file.getFileName());
    }

    private static Schema parse(Path file) {
        try {
            Schema schema = new Schema.Parser().parse(Files.readString(file, UTF_8));
            assertThat(file).hasFileName(schema.getName() + ".avsc");
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
