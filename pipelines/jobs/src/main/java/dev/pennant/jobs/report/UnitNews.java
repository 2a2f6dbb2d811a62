package dev.pennant.jobs.report;

import dev.pennant.core.report.UnitRegistration;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * What an indicator has to know of a unit below the township.
 *
 * @param indicator id of the indicator
 * @param code code of the unit
 * @param registration where it stands, or nothing where its registration is withdrawn
 */
record UnitNews(String indicator, String code, Optional<UnitRegistration> registration) {
    /** News of a unit as bytes. */
    public static final class Format implements ValueFormat<UnitNews> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<UnitNews> type() {
            return UnitNews.class;
        }

        @Override
        public void write(UnitNews news, DataOutput out) throws IOException {
            out.writeUTF(news.indicator);
            out.writeUTF(news.code);
            out.writeBoolean(news.registration.isPresent());
            if (news.registration.isPresent()) {
                ReportBytes.writeUnit(news.registration.get(), out);
            }
        }

        @Override
        public UnitNews read(int version, DataInput in) throws IOException {
            return new UnitNews(
                    in.readUTF(),
                    in.readUTF(),
                    in.readBoolean() ? Optional.of(ReportBytes.readUnit(in)) : Optional.empty());
        }
    }
}
