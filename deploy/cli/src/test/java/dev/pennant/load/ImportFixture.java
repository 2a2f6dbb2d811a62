package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.EventDecodingException;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Imports text as a file of a stream, on 1 December 2020, by the rules of the shipped catalogue. */
final class ImportFixture {
    static final String REPORTS =
            "enterprise_id,period,revenue,revenue_last_year,retail_sales,retail_sales_last_year,revision,reported_at\n";
    static final String REGISTRY = "enterprise_id,name,unit,scope,industry,valid_from,valid_to\n";

    static final String STORES = "store_id,name,unit,valid_from\n";
    static final String RECEIPTS = "store_id,receipt_no,sold_at,category,amount,channel\n";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2020-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final Path folder;
    private final boolean synthetic;
    private final KeepingSender sender = new KeepingSender();

    ImportFixture(Path folder, boolean synthetic) {
        this.folder = folder;
        this.synthetic = synthetic;
    }

    KeepingSender sender() {
        return sender;
    }

    ImportedFile imported(String stream, String text) throws IOException {
        return imported(stream, Files.write(folder.resolve(stream + ".csv"), text.getBytes(UTF_8)));
    }

    ImportedFile imported(String stream, Path file) throws IOException {
        return new FileImport(stream(stream, synthetic), sender).run(file, Optional.empty(), (bytes, rows) -> {});
    }

    static EnterpriseReport report(Message message) {
        return decoded(EnterpriseReport.class, message);
    }

    static EnterpriseRegistration registration(Message message) {
        return decoded(EnterpriseRegistration.class, message);
    }

    static StoreRegistration store(Message message) {
        return decoded(StoreRegistration.class, message);
    }

    static RetailReceipt receipt(Message message) {
        return decoded(RetailReceipt.class, message);
    }

    private static <T extends SpecificRecord> T decoded(Class<T> type, Message message) {
        try {
            return EventCodec.of(type).decode(message.payload());
        } catch (EventDecodingException notOne) {
            throw new AssertionError(notOne);
        }
    }

    static ImportStream stream(String name, boolean synthetic) {
        return ImportStreams.of(CATALOGUE, CLOCK, synthetic, AirFeed.USUAL)
                .named(name)
                .orElseThrow();
    }
}
