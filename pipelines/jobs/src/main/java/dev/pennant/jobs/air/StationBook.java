package dev.pennant.jobs.air;

import dev.pennant.core.indicator.Version;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a station beside its hours. It never changes; a changed one takes its place.
 *
 * @param version of what was last told of it
 * @param keptFrom the first calendar year of which hours can still change
 * @param unit code of the township that it is registered in, or nothing
 * @param unitsEver the townships that it was ever registered in: a lost run may have counted it there, so they are told to tell again
 */
record StationBook(Version version, int keptFrom, Optional<String> unit, Set<String> unitsEver) {
    /** Of which nothing is known. */
    static final StationBook UNKNOWN = new StationBook(new Version(0, 0), 0, Optional.empty(), Set.of());

    StationBook next(long runEpoch) {
        return new StationBook(version.next(runEpoch), keptFrom, unit, unitsEver);
    }

    StationBook keptFrom(int year) {
        return new StationBook(version, year, unit, unitsEver);
    }

    StationBook registered(Optional<String> in) {
        Set<String> ever = new LinkedHashSet<>(unitsEver);
        in.ifPresent(ever::add);
        return new StationBook(version, keptFrom, in, ever);
    }

    /** A station's book as bytes. */
    public static final class Format implements ValueFormat<StationBook> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<StationBook> type() {
            return StationBook.class;
        }

        @Override
        public void write(StationBook book, DataOutput out) throws IOException {
            out.writeLong(book.version.packed());
            out.writeInt(book.keptFrom);
            out.writeUTF(book.unit.orElse(""));
            out.writeInt(book.unitsEver.size());
            for (String unit : book.unitsEver) {
                out.writeUTF(unit);
            }
        }

        @Override
        public StationBook read(int version, DataInput in) throws IOException {
            Version told = Version.unpacked(in.readLong());
            int keptFrom = in.readInt();
            String unit = in.readUTF();
            Set<String> unitsEver = new LinkedHashSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                unitsEver.add(in.readUTF());
            }
            return new StationBook(told, keptFrom, Optional.of(unit).filter(code -> !code.isEmpty()), unitsEver);
        }
    }
}
