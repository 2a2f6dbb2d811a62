package dev.pennant.load;

import dev.pennant.core.air.AirRules;
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
     * @param airFeed how files of air readings are written
     */
    public static ImportStreams of(Catalogue catalogue, InstantSource clock, boolean synthetic, AirFeed airFeed) {
        FilingRules filing = catalogue.filingRules();
        RetailRules retail = catalogue.retailRules();
        AirRules air = catalogue.airRules();
        return new ImportStreams(List.of(
                new RegistryStream(filing, synthetic),
                new ReportStream(filing, clock, synthetic),
                new StoreStream(retail, synthetic),
                new ReceiptStream(retail, clock, synthetic),
                new UnitStream(catalogue.unitRules(), synthetic),
                new IndicatorReportStream(catalogue.reportRules(), clock, synthetic),
                new AdjustmentStream(catalogue.adjustmentRules(), clock, synthetic),
                new AirStationStream(air, synthetic),
                new AirReadingStream(air, clock, synthetic, airFeed),
                new AirDustStream(air, clock, synthetic)));
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
