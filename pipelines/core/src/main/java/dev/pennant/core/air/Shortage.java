package dev.pennant.core.air;

/**
 * Why a value is missing or does not count: fewer there than are needed.
 *
 * @param pollutant of which
 * @param there how many there are
 * @param needed how many there would have to be
 * @param of what is counted
 */
public record Shortage(Pollutant pollutant, int there, int needed, Counted of) {
    /** What there can be too few of. */
    public enum Counted {
        HOURS("hours"),
        EIGHT_HOUR_MEANS("eight-hour means"),
        STATIONS("valid stations"),
        VALID_DAYS("valid days");

        private final String name;

        Counted(String name) {
            this.name = name;
        }
    }

    /** As the views show it: {@code pm2_5: 19 of 20 hours}. */
    @Override
    public String toString() {
        return pollutant.id() + ": " + there + " of " + needed + " " + of.name;
    }
}
