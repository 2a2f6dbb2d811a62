package dev.pennant.load;

import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.indicator.Measure;
import dev.pennant.core.indicator.Money;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.UnitForm;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.core.retail.StoreForm;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.core.standings.AdjustmentForm;
import dev.pennant.jobs.kafka.RegistryKey;
import dev.pennant.schemas.EventCodec;
import dev.pennant.schemas.event.Adjustment;
import dev.pennant.schemas.event.AirDustDay;
import dev.pennant.schemas.event.AirReading;
import dev.pennant.schemas.event.AirStation;
import dev.pennant.schemas.event.EnterpriseRegistration;
import dev.pennant.schemas.event.EnterpriseReport;
import dev.pennant.schemas.event.IndicatorReport;
import dev.pennant.schemas.event.RetailReceipt;
import dev.pennant.schemas.event.StoreRegistration;
import dev.pennant.schemas.event.UnitRegistration;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Registrations, reports, receipts and readings as they are sent: keyed as their topics keep them, owned by their enterprise, store or station. For one thread. */
public final class FormMessages {
    private final EventCodec<EnterpriseRegistration> registrations = EventCodec.of(EnterpriseRegistration.class);
    private final EventCodec<EnterpriseReport> reports = EventCodec.of(EnterpriseReport.class);
    private final EventCodec<UnitRegistration> units = EventCodec.of(UnitRegistration.class);
    private final EventCodec<IndicatorReport> indicatorReports = EventCodec.of(IndicatorReport.class);
    private final EventCodec<Adjustment> adjustments = EventCodec.of(Adjustment.class);
    private final EventCodec<StoreRegistration> stores = EventCodec.of(StoreRegistration.class);
    private final EventCodec<AirStation> airStations = EventCodec.of(AirStation.class);
    private final EventCodec<AirReading> airReadings = EventCodec.of(AirReading.class);
    private final EventCodec<AirDustDay> airDustDays = EventCodec.of(AirDustDay.class);
    private final EventCodec<RetailReceipt> receipts = EventCodec.of(RetailReceipt.class);

    /** A registration; the topic keeps the last by enterprise and first month. */
    public Message of(RegistrationForm form) {
        byte[] payload = registrations.encode(EnterpriseRegistration.newBuilder()
                .setEnterpriseId(form.enterpriseId())
                .setName(form.name())
                .setUnit(form.unit())
                .setScope(form.scope())
                .setIndustry(form.industry())
                .setValidFrom(form.validFrom())
                .setValidTo(form.validTo() == null || form.validTo().isEmpty() ? null : form.validTo())
                .setSynthetic(form.synthetic())
                .build());
        RegistryKey key = new RegistryKey(form.enterpriseId(), form.validFrom());
        return new Message(form.enterpriseId(), key.toString(), payload);
    }

    /** A report. */
    public Message of(ReportForm form) {
        byte[] payload = reports.encode(EnterpriseReport.newBuilder()
                .setEnterpriseId(form.enterpriseId())
                .setPeriod(form.period())
                .setRevenue(form.revenue().fen())
                .setRevenueLastYear(form.revenueLastYear().fen())
                .setRetailSales(form.retailSales().map(Money::fen).orElse(null))
                .setRetailSalesLastYear(
                        form.retailSalesLastYear().map(Money::fen).orElse(null))
                .setRevision(form.revision())
                .setReportedAt(form.reportedAt())
                .setSynthetic(form.synthetic())
                .build());
        return new Message(form.enterpriseId(), form.enterpriseId(), payload);
    }

    /** The registration of a unit below the township; the topic keeps the last by code. */
    public Message of(UnitForm form) {
        byte[] payload = units.encode(
                new UnitRegistration(form.code(), form.name(), form.kind(), form.parent(), form.synthetic()));
        return new Message(form.code(), form.code(), payload);
    }

    /** A department's report. */
    public Message of(IndicatorReportForm form) {
        byte[] payload = indicatorReports.encode(IndicatorReport.newBuilder()
                .setUnit(form.unit())
                .setIndicator(form.indicator())
                .setPeriod(form.period())
                .setValue(figure(form.value()))
                .setBase(figure(form.base()))
                .setGrowth(figure(form.growth()))
                .setNumerator(figure(form.numerator()))
                .setDenominator(figure(form.denominator()))
                .setRevision(form.revision())
                .setReportedAt(form.reportedAt())
                .setSynthetic(form.synthetic())
                .build());
        String key = form.unit() + "|" + form.indicator();
        return new Message(key, key, payload);
    }

    /** An adjustment. */
    public Message of(AdjustmentForm form) {
        byte[] payload = adjustments.encode(Adjustment.newBuilder()
                .setCompetition(form.competition())
                .setPeriod(form.period())
                .setUnit(form.unit())
                .setKind(form.kind())
                .setPoints(figure(form.points()))
                .setReason(form.reason())
                .setApprover(form.approver())
                .setAdjustedAt(form.adjustedAt())
                .setSynthetic(form.synthetic())
                .build());
        String key = String.join("|", form.competition(), form.period(), form.unit());
        return new Message(key, key, payload);
    }

    private static BigDecimal figure(Optional<BigDecimal> figure) {
        return figure.map(stated -> stated.setScale(Measure.DECIMALS)).orElse(null);
    }

    /** A store's registration; the topic keeps the last by store and first day. */
    public Message of(StoreForm form) {
        byte[] payload = stores.encode(
                new StoreRegistration(form.storeId(), form.name(), form.unit(), form.validFrom(), form.synthetic()));
        return new Message(form.storeId(), new RegistryKey(form.storeId(), form.validFrom()).toString(), payload);
    }

    /** The registration of a station; the topic keeps the last by station. */
    public Message of(AirStationForm form) {
        byte[] payload =
                airStations.encode(new AirStation(form.stationId(), form.name(), form.unit(), form.synthetic()));
        return new Message(form.stationId(), form.stationId(), payload);
    }

    /** What a station measured in an hour. */
    public Message of(AirReadingForm form) {
        int[] ticks = form.ticks();
        byte[] payload = airReadings.encode(new AirReading(
                form.stationId(),
                Instant.ofEpochMilli(form.hourMillis()),
                sent(ticks[Pollutant.PM2_5.place()]),
                sent(ticks[Pollutant.PM10.place()]),
                sent(ticks[Pollutant.SO2.place()]),
                sent(ticks[Pollutant.NO2.place()]),
                sent(ticks[Pollutant.CO.place()]),
                sent(ticks[Pollutant.O3.place()]),
                form.revision(),
                form.synthetic()));
        return new Message(form.stationId(), form.stationId(), payload);
    }

    private static Integer sent(int ticks) {
        return ticks == AirReadingForm.NOTHING ? null : Integer.valueOf(ticks);
    }

    /** The mark of a dust day; the topic keeps the last by unit and day. */
    public Message of(AirDustForm form) {
        byte[] payload = airDustDays.encode(new AirDustDay(form.unit(), form.day(), form.synthetic()));
        return new Message(form.unit(), new RegistryKey(form.unit(), form.day()).toString(), payload);
    }

    /** A receipt. */
    public Message of(ReceiptForm form) {
        byte[] payload = receipts.encode(new RetailReceipt(
                form.storeId(),
                form.receiptNo(),
                form.soldAt(),
                form.category(),
                form.amount().fen(),
                form.channel(),
                form.synthetic()));
        return new Message(form.storeId(), form.storeId(), payload);
    }
}
