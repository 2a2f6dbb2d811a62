package dev.pennant.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.SchemaStore;

/**
 * Every schema ever released, by its CRC-64-AVRO fingerprint: the schema store of the topics. It is read from the class
 * path ({@code released/index.txt} lists the files) once, and may be shared by threads.
 */
public final class ReleasedSchemas implements SchemaStore {
    private final List<Schema> oldestFirst;
    private final Map<Long, Schema> byFingerprint;

    private ReleasedSchemas(List<Schema> oldestFirst) {
        Map<Long, Schema> found = new HashMap<>();
        oldestFirst.forEach(schema -> found.put(SchemaNormalization.parsingFingerprint64(schema), schema));
        this.oldestFirst = List.copyOf(oldestFirst);
        this.byFingerprint = Map.copyOf(found);
    }

    /** The schemas released with this build. */
    public static ReleasedSchemas get() {
        return Holder.RELEASED;
    }

    /** The schema of that fingerprint, or null if none was released. */
    @Override
    public Schema findByFingerprint(long fingerprint) {
        return byFingerprint.get(fingerprint);
    }

    /**
     * The released versions of one event, oldest first; empty if it was never released.
     *
     * @param event full name of the event, such as {@code dev.pennant.schemas.event.EnterpriseReport}
     */
    public List<Schema> versionsOf(String event) {
        return oldestFirst.stream()
                .filter(schema -> schema.getFullName().equals(event))
                .toList();
    }

    private static ReleasedSchemas load() {
        List<Schema> schemas = new ArrayList<>();
        for (String line : text("index.txt").lines().toList()) {
            if (!line.startsWith("#")) {
                // A parser of its own for each: one parser refuses a second version of the same name.
                schemas.add(new Schema.Parser().parse(text(line.substring(line.indexOf(' ') + 1))));
            }
        }
        return new ReleasedSchemas(schemas);
    }

    private static String text(String file) {
        try (InputStream resource = ReleasedSchemas.class.getResourceAsStream("/released/" + file)) {
            if (resource == null) {
                throw new IllegalStateException("The class path lacks released/" + file);
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read released/" + file, e);
        }
    }

    private static final class Holder {
        static final ReleasedSchemas RELEASED = load();
    }
}
