package dev.pennant.cli;

import dev.pennant.core.ReportingZone;
import dev.pennant.season.Season;
import dev.pennant.season.SeasonEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.ObjIntConsumer;

/** Shows how many days of the season have gone by. Events come a million in all, so it looks up only at the first of a day. */
final class SeasonProgress implements ObjIntConsumer<SeasonEvent>, AutoCloseable {
    private final Progress progress;
    private Instant nextDay = Instant.MIN;

    SeasonProgress(InstantSource clock) {
        progress = Progress.onConsole("The season", days(Season.LAST_DAY), clock);
    }

    @Override
    public void accept(SeasonEvent event, int count) {
        if (event.at().isBefore(nextDay)) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(event.at(), ReportingZone.ZONE);
        nextDay = day.plusDays(1).atStartOfDay(ReportingZone.ZONE).toInstant();
        progress.reached(days(day), day.toString());
    }

    @Override
    public void close() {
        progress.close();
    }

    private static long days(LocalDate through) {
        return ChronoUnit.DAYS.between(Season.FIRST_DAY, through) + 1;
    }
}
