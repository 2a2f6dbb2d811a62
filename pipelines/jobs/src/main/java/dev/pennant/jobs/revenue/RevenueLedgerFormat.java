package dev.pennant.jobs.revenue;

import dev.pennant.core.indicator.Version;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Place;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RevenueLedger;
import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** An enterprise's ledger as bytes. */
public final class RevenueLedgerFormat implements ValueFormat<RevenueLedger> {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<RevenueLedger> type() {
        return RevenueLedger.class;
    }

    @Override
    public boolean isImmutable() {
        return false;
    }

    @Override
    public void write(RevenueLedger ledger, DataOutput out) throws IOException {
        RevenueBytes.writeVersion(ledger.version(), out);
        List<Registration> registrations = ledger.registrations();
        out.writeInt(registrations.size());
        for (Registration registration : registrations) {
            RevenueBytes.writeRegistration(registration, out);
        }
        List<EnterpriseReport> reports = ledger.reports();
        out.writeInt(reports.size());
        for (EnterpriseReport report : reports) {
            RevenueBytes.writeReport(report, out);
        }
        Collection<Place> places = ledger.places();
        out.writeInt(places.size());
        for (Place place : places) {
            out.writeUTF(place.unit());
            RevenueBytes.writeScope(place.scope(), out);
        }
    }

    @Override
    public RevenueLedger read(int format, DataInput in) throws IOException {
        Version version = RevenueBytes.readVersion(in);
        int spans = in.readInt();
        List<Registration> registrations = new ArrayList<>(spans);
        for (int i = 0; i < spans; i++) {
            registrations.add(RevenueBytes.readRegistration(in));
        }
        int periods = in.readInt();
        List<EnterpriseReport> reports = new ArrayList<>(periods);
        for (int i = 0; i < periods; i++) {
            reports.add(RevenueBytes.readReport(in));
        }
        int everRegistered = in.readInt();
        List<Place> places = new ArrayList<>(everRegistered);
        for (int i = 0; i < everRegistered; i++) {
            places.add(new Place(in.readUTF(), RevenueBytes.readScope(in)));
        }
        return new RevenueLedger(version, registrations, reports, places);
    }
}
