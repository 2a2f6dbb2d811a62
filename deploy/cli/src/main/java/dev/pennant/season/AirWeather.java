package dev.pennant.season;

import dev.pennant.core.air.Pollutant;
import java.time.LocalDate;
import java.util.List;

/** What a day does to the air everywhere: the season, the weather, and dust blown in from the desert. */
final class AirWeather {
    /** Days of sand and dust. */
    static final List<LocalDate> DUST_DAYS =
            List.of(LocalDate.of(2019, 4, 5), LocalDate.of(2019, 10, 29), LocalDate.of(2020, 3, 18));

    private static final int MIDWINTER = 15;
    private static final int MIDSUMMER = 180;
    private static final double DAYS_OF_YEAR = 365.25;
    private static final double DUST = 2.6;

    private final double[] factors = new double[Pollutant.COUNT];

    AirWeather(LocalDate day) {
        Draw draw = Draw.about("weather", day.toString());
        double still = StrictMath.exp(draw.normal(-0.07, 0.38));
        double sun = StrictMath.exp(draw.normal(-0.03, 0.24));
        double winter = wave(day, MIDWINTER);
        double summer = wave(day, MIDSUMMER);
        boolean dust = DUST_DAYS.contains(day);
        factors[Pollutant.PM2_5.place()] = (1 + 0.45 * winter) * still * (dust ? 1.4 : 1);
        factors[Pollutant.PM10.place()] = (1 + 0.35 * winter) * StrictMath.sqrt(still) * (dust ? DUST : 1);
        factors[Pollutant.SO2.place()] = (1 + 0.25 * winter) * StrictMath.sqrt(still);
        factors[Pollutant.NO2.place()] = (1 + 0.35 * winter) * StrictMath.sqrt(still);
        factors[Pollutant.CO.place()] = (1 + 0.25 * winter) * StrictMath.sqrt(still);
        factors[Pollutant.O3.place()] = (1 + 0.35 * summer) * sun;
    }

    /** By how much a pollutant is above its usual level. */
    double factor(Pollutant pollutant) {
        return factors[pollutant.place()];
    }

    /** 1 on a day of the year, -1 half a year away. */
    private static double wave(LocalDate day, int highest) {
        return StrictMath.cos(2 * StrictMath.PI * (day.getDayOfYear() - highest) / DAYS_OF_YEAR);
    }
}
