package dev.pennant.season;

import dev.pennant.core.catalogue.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two years of registrations and reports of made-up enterprises in the townships of a catalogue, 2019 and 2020 through November. It is the same
 * at every call, on every machine. Where figures were published, the enterprises' own figures add up to them.
 */
public final class Season {
    private static final Comparator<SeasonEvent> IN_TIME =
            Comparator.comparing(SeasonEvent::at).thenComparing(SeasonEvent::enterpriseId);

    private Season() {}

    /** Everything that is handed in, in the order of its moments. */
    public static List<SeasonEvent> events(Catalogue catalogue) {
        List<SeasonEvent> events = new ArrayList<>();
        for (SampleEnterprise enterprise : Population.of(catalogue.units().townships(), PublishedFigures.read())) {
            List<SeasonEvent.Filed> filings = Filings.of(enterprise);
            Optional<Instant> firstReport =
                    filings.stream().map(SeasonEvent.Filed::at).min(Comparator.naturalOrder());
            events.addAll(RosterNotices.of(enterprise, firstReport));
            events.addAll(filings);
        }
        events.sort(IN_TIME);
        return List.copyOf(events);
    }
}
