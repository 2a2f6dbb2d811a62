package dev.pennant.season;

import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.season.SeasonEvent.Measured;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** An air station of the season; its hours have to be asked for in their order. A million of them are drawn, so an hour takes few draws. */
final class AirStationSite {
    /** Usual levels in ticks, each pollutant at its place. */
    private static final double[] USUAL = {320, 560, 84, 310, 720, 640};

    /** By how much of it a pollutant is lower in the second year. */
    private static final double[] FALL = {0.14, 0.13, 0.15, 0.13, 0.13, 0.055};

    private static final double[] RUSH = {
        1.0, 1.0, 0.98, 0.96, 0.96, 0.98, 1.04, 1.1, 1.12, 1.08, 1.0, 0.94, 0.9, 0.88, 0.88, 0.9, 0.95, 1.02, 1.08, 1.1,
        1.1, 1.08, 1.04, 1.02
    };
    private static final double[] SUN = {
        0.62, 0.58, 0.55, 0.52, 0.5, 0.5, 0.52, 0.6, 0.75, 0.95, 1.18, 1.4, 1.58, 1.68, 1.72, 1.68, 1.55, 1.35, 1.12,
        0.95, 0.85, 0.78, 0.72, 0.66
    };
    private static final double DAY_WITH_A_GAP = 0.008;
    private static final double MISSING = 0.003;
    private static final double CORRECTED = 0.0012;
    private static final double SENT_TWICE = 0.0008;
    private static final int HOURS = 24;

    private final String id;
    private final Unit township;
    private final int number;
    private final double[] levels = new double[Pollutant.COUNT];
    private final double[] falls = new double[Pollutant.COUNT];
    private final double[] ofDay = new double[Pollutant.COUNT];
    private final Draw draw;
    private int gapFrom;
    private int gapTo;

    AirStationSite(Unit township, int number) {
        this.township = township;
        this.number = number;
        id = township.code() + "-A" + number;
        draw = Draw.about("air", id);
        boolean published = PublishedFigures.read().units().contains(township.code());
        for (int place = 0; place < levels.length; place++) {
            levels[place] = USUAL[place] * (published ? 1 : draw.between(0.86, 1.16));
            falls[place] = FALL[place] * (published ? 1 : draw.between(-0.3, 1.5));
        }
    }

    String id() {
        return id;
    }

    AirStationForm registration() {
        return new AirStationForm(id, township.name() + number + "号站", township.code(), true);
    }

    /** Turns to the next day. */
    void turnTo(LocalDate day, AirWeather weather) {
        boolean second = day.getYear() == SeasonCalendar.SECOND_YEAR;
        for (Pollutant pollutant : Pollutant.all()) {
            int place = pollutant.place();
            ofDay[place] = levels[place]
                    * (second ? 1 - falls[place] : 1)
                    * weather.factor(pollutant)
                    * draw.between(0.92, 1.08);
        }
        gapFrom = draw.happens(DAY_WITH_A_GAP) ? draw.between(0, HOURS - 1) : HOURS;
        gapTo = gapFrom + draw.between(2, 9);
    }

    /**
     * Measures an hour of the day.
     *
     * @param startMillis when it begins
     */
    AirReadingForm measure(int hour, long startMillis) {
        int[] ticks = new int[Pollutant.COUNT];
        if (hour >= gapFrom && hour < gapTo) {
            Arrays.fill(ticks, AirReadingForm.NOTHING);
        } else {
            long noise = draw.bits();
            for (Pollutant pollutant : Pollutant.all()) {
                int place = pollutant.place();
                double shape = pollutant == Pollutant.O3 ? SUN[hour] : RUSH[hour];
                double scatter = 0.93 + 0.14 * (((noise >>> (10 * place)) & 1023) / 1024.0);
                ticks[place] = (int) (ofDay[place] * shape * scatter);
            }
            if (draw.happens(MISSING)) {
                ticks[(int) (noise >>> 60) % Pollutant.COUNT] = AirReadingForm.NOTHING;
            }
        }
        return new AirReadingForm(id, startMillis, ticks, 0, true);
    }

    /** The reading a second time: now and then as it was, and sometimes corrected after it was audited. */
    Optional<Measured> sendsAgain(AirReadingForm reading, Instant arrival) {
        double fate = draw.uniform();
        if (fate < SENT_TWICE) {
            return Optional.of(new Measured(arrival.plus(Duration.ofMinutes(7)), reading));
        }
        if (fate > CORRECTED + SENT_TWICE) {
            return Optional.empty();
        }
        int[] audited = reading.ticks().clone();
        for (int place = 0; place < audited.length; place++) {
            audited[place] = audited[place] == AirReadingForm.NOTHING
                    ? (int) ofDay[place]
                    : (int) (audited[place] * draw.between(0.95, 1.03));
        }
        return Optional.of(new Measured(
                arrival.plus(Duration.ofDays(draw.between(1, 20))),
                new AirReadingForm(id, reading.hourMillis(), audited, 1, true)));
    }
}
