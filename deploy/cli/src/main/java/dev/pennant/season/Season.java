package dev.pennant.season;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Two years of made-up enterprises and stores in the townships of a catalogue: registrations, reports for 2019 and for 2020 through November,
 * and receipts and readings of the air through 20 December 2020; and what departments report of townships, quarters, villages and households. It
 * is the same at every call, on every machine. Where figures were published, the enterprises' own
 * figures add up to them; what departments published is reported as it was.
 */
public final class Season {
    /** The first day on which anything happens. */
    public static final LocalDate FIRST_DAY = SalesCalendar.FIRST_DAY;

    /** The moment at which the registers come as they stand when the season opens; nothing happens before. */
    public static final Instant OPENING = SalesCalendar.midnight(FIRST_DAY);

    /** The last day on which anything happens. */
    public static final LocalDate LAST_DAY = SalesCalendar.LAST_DAY;

    private Season() {}

    /** Everything that is handed in, in the order of its moments, drawn as it is asked for: more than one would keep in memory. */
    public static Iterator<SeasonEvent> all(Catalogue catalogue) {
        Iterator<SeasonEvent> reported = new InOrder<>(
                ofEnterprises(catalogue).iterator(), ofDepartments(catalogue).iterator(), RetailSeason.IN_TIME);
        Iterator<SeasonEvent> sold = new InOrder<>(reported, ofStores(catalogue), RetailSeason.IN_TIME);
        return new InOrder<>(sold, ofAirStations(catalogue), RetailSeason.IN_TIME);
    }

    /** What air stations hand in: their registrations, readings and the dust days. */
    public static Iterator<SeasonEvent> ofAirStations(Catalogue catalogue) {
        return new AirSeason(catalogue.units().townships());
    }

    /** What departments hand in: units below the township, and reports. */
    public static List<SeasonEvent> ofDepartments(Catalogue catalogue) {
        List<Unit> townships = catalogue.units().townships();
        List<SeasonEvent> events = new ArrayList<>(DepartmentReports.events());
        events.addAll(TownshipFigures.of(townships, DepartmentReports.reports()));
        events.addAll(LowerUnits.of(townships));
        events.sort(RetailSeason.IN_TIME);
        return List.copyOf(events);
    }

    /** What stores hand in: their registrations and receipts. */
    public static Iterator<SeasonEvent> ofStores(Catalogue catalogue) {
        return RetailSeason.in(catalogue.units().townships());
    }

    /** What enterprises hand in: their registrations and reports. */
    public static List<SeasonEvent> ofEnterprises(Catalogue catalogue) {
        List<SeasonEvent> events = new ArrayList<>();
        for (SampleEnterprise enterprise : Population.of(catalogue.units().townships(), PublishedFigures.read())) {
            List<SeasonEvent.Filed> filings = Filings.of(enterprise);
            Optional<Instant> firstReport =
                    filings.stream().map(SeasonEvent.Filed::at).min(Comparator.naturalOrder());
            events.addAll(RosterNotices.of(enterprise, firstReport));
            events.addAll(filings);
        }
        events.sort(RetailSeason.IN_TIME);
        return List.copyOf(events);
    }
}
