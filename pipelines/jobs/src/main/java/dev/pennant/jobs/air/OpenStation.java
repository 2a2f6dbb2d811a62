package dev.pennant.jobs.air;

import dev.pennant.core.air.StationHours;
import java.util.HashMap;
import java.util.Map;

/** A station while readings are filed: the days that were looked at since it last told, unpacked. */
final class OpenStation {
    private final Map<Integer, OpenDay> days = new HashMap<>();
    private StationBook book;

    OpenStation(StationBook book) {
        this.book = book;
    }

    StationBook book() {
        return book;
    }

    void book(StationBook changed) {
        book = changed;
    }

    /** Its open days. */
    Map<Integer, OpenDay> days() {
        return days;
    }

    /** A day that is open. */
    static final class OpenDay {
        /** As it was told last, or null. */
        private final Packed before;

        private final StationHours hours;
        private boolean changed;

        OpenDay(int day, Packed before) {
            this.before = before;
            hours = before == null ? StationHours.ofDay(day) : StationHours.read(before.read());
        }

        Packed before() {
            return before;
        }

        StationHours hours() {
            return hours;
        }

        boolean isChanged() {
            return changed;
        }

        void changed() {
            changed = true;
        }
    }
}
