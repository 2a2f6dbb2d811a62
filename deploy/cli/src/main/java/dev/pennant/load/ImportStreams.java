package dev.pennant.load;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.core.revenue.FilingRules;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The streams that files can be imported into.
 *
 * @param all in the order in which a season is loaded
 */
public record ImportStreams(List<ImportStream> all) {
    /**
     * The streams under the rules of a catalogue.
     *
     * @param clock tells when a row is received
     * @param synthetic whether what is imported is made up, and to be marked so
     */
    public static ImportStreams of(Catalogue catalogue, InstantSource clock, boolean synthetic) {
        FilingRules filing = catalogue.filingRules();
        RetailRules retail = catalogue.retailRules();
        return new ImportStreams(List.of(
                new RegistryStream(filing, synthetic),
                new ReportStream(filing, clock, synthetic),
                new StoreStream(retail, synthetic),
                new ReceiptStream(retail, clock, synthetic),
                new UnitStream(catalogue.unitRules(), synthetic),
                new IndicatorReportStream(catalogue.reportRules(), clock, synthetic),
                new AdjustmentStream(catalogue.adjustmentRules(), clock, synthetic)));
    }

    /** The stream with the given name. */
    public Optional<ImportStream> named(String name) {
        return all.stream().filter(stream -> stream.topic().name().equals(name)).findFirst();
    }

    /** Names of all, for messages. */
    public List<String> names() {
        return all.stream().map(stream -> stream.topic().name()).toList();
    }
}
