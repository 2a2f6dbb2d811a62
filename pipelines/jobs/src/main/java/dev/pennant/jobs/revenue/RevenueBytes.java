package dev.pennant.jobs.revenue;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.indicator.Version;
import dev.pennant.core.period.CumulativePeriod;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.Scope;
import dev.pennant.core.revenue.YearOverYear;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/** How the values that several formats of this package hold are written: small, and by meaning, never by Java's own serialization. */
final class RevenueBytes {
    private static final int MONTHS = 12;

    private RevenueBytes() {}

    static void writeMonth(YearMonth month, DataOutput out) throws IOException {
        out.writeInt(month.getYear() * MONTHS + month.getMonthValue() - 1);
    }

    static YearMonth readMonth(DataInput in) throws IOException {
        int months = in.readInt();
        return YearMonth.of(Math.floorDiv(months, MONTHS), Math.floorMod(months, MONTHS) + 1);
    }

    static void writePeriod(CumulativePeriod period, DataOutput out) throws IOException {
        writeMonth(period.lastMonth(), out);
    }

    static CumulativePeriod readPeriod(DataInput in) throws IOException {
        return CumulativePeriod.through(readMonth(in));
    }

    static void writeOptionalMonth(Optional<YearMonth> month, DataOutput out) throws IOException {
        out.writeBoolean(month.isPresent());
        if (month.isPresent()) {
            writeMonth(month.get(), out);
        }
    }

    static Optional<YearMonth> readOptionalMonth(DataInput in) throws IOException {
        return in.readBoolean() ? Optional.of(readMonth(in)) : Optional.empty();
    }

    static void writeInstant(Instant instant, DataOutput out) throws IOException {
        out.writeLong(instant.toEpochMilli());
    }

    static Instant readInstant(DataInput in) throws IOException {
        return Instant.ofEpochMilli(in.readLong());
    }

    static void writeVersion(Version version, DataOutput out) throws IOException {
        out.writeLong(version.packed());
    }

    static Version readVersion(DataInput in) throws IOException {
        return Version.unpacked(in.readLong());
    }

    static void writeAmounts(YearOverYear amounts, DataOutput out) throws IOException {
        out.writeLong(amounts.current().fen());
        out.writeLong(amounts.lastYear().fen());
    }

    static YearOverYear readAmounts(DataInput in) throws IOException {
        return new YearOverYear(new Money(in.readLong()), new Money(in.readLong()));
    }

    static void writeScope(Scope scope, DataOutput out) throws IOException {
        out.writeUTF(scope.id());
    }

    static Scope readScope(DataInput in) throws IOException {
        String id = in.readUTF();
        return Scope.of(id).orElseThrow(() -> new IOException("this build does not know the scope " + id));
    }

    static void writeRegistration(Registration registration, DataOutput out) throws IOException {
        out.writeUTF(registration.enterpriseId());
        out.writeUTF(registration.name());
        out.writeUTF(registration.unit());
        writeScope(registration.scope(), out);
        out.writeUTF(registration.industry());
        writeMonth(registration.validFrom(), out);
        writeOptionalMonth(registration.validTo(), out);
        out.writeBoolean(registration.synthetic());
    }

    static Registration readRegistration(DataInput in) throws IOException {
        return new Registration(
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                readScope(in),
                in.readUTF(),
                readMonth(in),
                readOptionalMonth(in),
                in.readBoolean());
    }

    static void writeReport(EnterpriseReport report, DataOutput out) throws IOException {
        out.writeUTF(report.enterpriseId());
        writePeriod(report.period(), out);
        writeAmounts(report.revenue(), out);
        out.writeBoolean(report.retailSales().isPresent());
        if (report.retailSales().isPresent()) {
            writeAmounts(report.retailSales().get(), out);
        }
        out.writeInt(report.revision());
        writeInstant(report.reportedAt(), out);
        out.writeBoolean(report.synthetic());
    }

    static EnterpriseReport readReport(DataInput in) throws IOException {
        return new EnterpriseReport(
                in.readUTF(),
                readPeriod(in),
                readAmounts(in),
                in.readBoolean() ? Optional.of(readAmounts(in)) : Optional.empty(),
                in.readInt(),
                readInstant(in),
                in.readBoolean());
    }
}
