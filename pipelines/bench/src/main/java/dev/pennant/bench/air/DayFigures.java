package dev.pennant.bench.air;

import dev.pennant.core.air.JudgedDay;
import java.util.stream.IntStream;

/** A unit's day as whole numbers: what each hour's AQI is, the day's concentrations, and its AQI. */
final class DayFigures {
    private DayFigures() {}

    /** Of a day that core has judged. */
    static int[] of(JudgedDay day) {
        return of(day.hourlyAqi(), day.dailyConcentrations(), day.daily().aqi());
    }

    /** Of its parts. */
    static int[] of(int[] hourlyAqi, int[] dailySteps, int aqi) {
        return IntStream.concat(IntStream.concat(IntStream.of(hourlyAqi), IntStream.of(dailySteps)), IntStream.of(aqi))
                .toArray();
    }
}
