package dev.pennant.season;

import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.season.SeasonEvent.AirStationRegistered;
import dev.pennant.season.SeasonEvent.DustMarked;
import dev.pennant.season.SeasonEvent.Measured;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Air stations and what they measure hour by hour, in the order of its arrival. A day is drawn when it is asked for; in memory are its readings and
 * those few that are corrected or sent again days later.
 */
final class AirSeason implements Iterator<SeasonEvent> {
    /** A county town has a second station. */
    private static final String SECOND = "330482001";

    /** Registered two weeks after it began to measure: its readings wait so long. */
    private static final int LATE = 17;

    private static final LocalDate LATE_REGISTRATION = SalesCalendar.FIRST_DAY.plusDays(14);
    private static final Duration DELAY = Duration.ofMinutes(64);
    private static final int HOURS = 24;
    private static final String PREFECTURE = "3304";

    private final List<AirStationSite> sites = new ArrayList<>();
    private final PriorityQueue<SeasonEvent> later = new PriorityQueue<>(RetailSeason.IN_TIME);
    private final Queue<SeasonEvent> present = new ArrayDeque<>();
    private LocalDate day = SalesCalendar.FIRST_DAY;

    AirSeason(List<Unit> townships) {
        for (Unit township : townships) {
            add(township, 1);
            if (township.code().equals(SECOND)) {
                add(township, 2);
            }
        }
        for (LocalDate dust : AirWeather.DUST_DAYS) {
            later.add(new DustMarked(
                    SalesCalendar.midnight(dust.plusDays(1)).plus(Duration.ofHours(9)),
                    new AirDustForm(PREFECTURE, dust.toString(), true)));
        }
        later.addAll(BadReadings.of(sites.get(0).id()));
    }

    @Override
    public boolean hasNext() {
        while (present.isEmpty() && !day.isAfter(SalesCalendar.LAST_DAY)) {
            measureForADay();
        }
        return !present.isEmpty();
    }

    @Override
    public SeasonEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the season is over");
        }
        return present.remove();
    }

    private void add(Unit township, int number) {
        AirStationSite site = new AirStationSite(township, number);
        boolean late = sites.size() == LATE;
        Instant at = late ? SalesCalendar.midnight(LATE_REGISTRATION).plus(Duration.ofHours(10)) : Season.OPENING;
        later.add(new AirStationRegistered(at, site.registration()));
        sites.add(site);
    }

    /** All hours of a day, station by station in each, with what else arrives before the next one's. */
    private void measureForADay() {
        AirWeather weather = new AirWeather(day);
        sites.forEach(site -> site.turnTo(day, weather));
        Instant midnight = SalesCalendar.midnight(day);
        day = day.plusDays(1);
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = midnight.plus(Duration.ofHours(hour));
            Instant arrival = start.plus(DELAY);
            while (!later.isEmpty() && !later.peek().at().isAfter(arrival)) {
                present.add(later.remove());
            }
            if (!arrival.isBefore(SeasonCalendar.END)) {
                return;
            }
            for (AirStationSite site : sites) {
                AirReadingForm reading = site.measure(hour, start.toEpochMilli());
                present.add(new Measured(arrival, reading));
                site.sendsAgain(reading, arrival).ifPresent(later::add);
            }
        }
    }
}
