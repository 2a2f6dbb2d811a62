package dev.pennant.season;

import dev.pennant.core.air.AirDustForm;
import dev.pennant.core.air.AirReadingForm;
import dev.pennant.core.air.AirStationForm;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.UnitForm;
import dev.pennant.core.retail.ReceiptForm;
import dev.pennant.core.retail.StoreForm;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.core.revenue.RegistrationForm;
import dev.pennant.core.revenue.ReportForm;
import dev.pennant.core.revenue.YearOverYear;
import dev.pennant.jobs.kafka.Topic;
import dev.pennant.jobs.kafka.Topics;
import dev.pennant.load.FormMessages;
import dev.pennant.load.Message;
import java.time.Instant;
import java.time.YearMonth;

/** Something an enterprise, a store, a department or a station of the season hands in. */
public sealed interface SeasonEvent
        permits SeasonEvent.Registered,
                SeasonEvent.Filed,
                SeasonEvent.StoreRegistered,
                SeasonEvent.Sold,
                SeasonEvent.UnitRegistered,
                SeasonEvent.Reported,
                SeasonEvent.AirStationRegistered,
                SeasonEvent.DustMarked,
                SeasonEvent.Measured {
    /** When it is handed in; the order of a season. */
    Instant at();

    /** The enterprise or store that hands it in, or the unit it is of. */
    String owner();

    /** Where it is sent. */
    Topic topic();

    /** As it is sent. */
    Message message(FormMessages messages);

    /**
     * An entry of the roster, new or in place of the one with the same first month.
     *
     * @param at when it is handed in
     * @param registration the entry
     */
    record Registered(Instant at, Registration registration) implements SeasonEvent {
        @Override
        public String owner() {
            return registration.enterpriseId();
        }

        @Override
        public Topic topic() {
            return Topics.ENTERPRISE_REGISTRY;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(form());
        }

        /** As it was filled in. */
        RegistrationForm form() {
            return new RegistrationForm(
                    registration.enterpriseId(),
                    registration.name(),
                    registration.unit(),
                    registration.scope().id(),
                    registration.industry(),
                    registration.validFrom().toString(),
                    registration.validTo().map(YearMonth::toString).orElse(""),
                    registration.synthetic());
        }
    }

    /**
     * A report.
     *
     * @param at when it is handed in, which for one that is sent a second time is after it was filed
     * @param report the report
     */
    record Filed(Instant at, EnterpriseReport report) implements SeasonEvent {
        @Override
        public String owner() {
            return report.enterpriseId();
        }

        @Override
        public Topic topic() {
            return Topics.ENTERPRISE_REPORTS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(form());
        }

        /** As it was filled in. */
        ReportForm form() {
            return new ReportForm(
                    report.enterpriseId(),
                    report.period().toString(),
                    report.revenue().current(),
                    report.revenue().lastYear(),
                    report.retailSales().map(YearOverYear::current),
                    report.retailSales().map(YearOverYear::lastYear),
                    report.revision(),
                    report.reportedAt(),
                    report.synthetic());
        }
    }

    /**
     * A store's entry in the register.
     *
     * @param at when it is handed in
     * @param registration the entry
     */
    record StoreRegistered(Instant at, StoreRegistration registration) implements SeasonEvent {
        @Override
        public String owner() {
            return registration.storeId();
        }

        @Override
        public Topic topic() {
            return Topics.STORES;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(new StoreForm(
                    registration.storeId(),
                    registration.name(),
                    registration.unit(),
                    registration.validFrom().toString(),
                    registration.synthetic()));
        }
    }

    /**
     * A receipt.
     *
     * @param at when it arrives, after it was sold
     * @param receipt the receipt, which may be none that can be counted
     */
    record Sold(Instant at, ReceiptForm receipt) implements SeasonEvent {
        @Override
        public String owner() {
            return receipt.storeId();
        }

        @Override
        public Topic topic() {
            return Topics.RETAIL_RECEIPTS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(receipt);
        }
    }

    /**
     * The registration of a unit below the township.
     *
     * @param at when it is handed in
     * @param unit the unit
     */
    record UnitRegistered(Instant at, UnitForm unit) implements SeasonEvent {
        @Override
        public String owner() {
            return unit.code();
        }

        @Override
        public Topic topic() {
            return Topics.UNITS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(unit);
        }
    }

    /**
     * What a department reports.
     *
     * @param at when it is handed in
     * @param report the report
     */
    record Reported(Instant at, IndicatorReportForm report) implements SeasonEvent {
        @Override
        public String owner() {
            return report.unit();
        }

        @Override
        public Topic topic() {
            return Topics.INDICATOR_REPORTS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(report);
        }
    }

    /**
     * The registration of an air station.
     *
     * @param at when it is handed in
     * @param station the station
     */
    record AirStationRegistered(Instant at, AirStationForm station) implements SeasonEvent {
        @Override
        public String owner() {
            return station.stationId();
        }

        @Override
        public Topic topic() {
            return Topics.AIR_STATIONS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(station);
        }
    }

    /**
     * The mark of a day of sand and dust.
     *
     * @param at when it is handed in
     * @param mark the mark
     */
    record DustMarked(Instant at, AirDustForm mark) implements SeasonEvent {
        @Override
        public String owner() {
            return mark.unit();
        }

        @Override
        public Topic topic() {
            return Topics.AIR_DUST_DAYS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(mark);
        }
    }

    /**
     * What a station measured in an hour.
     *
     * @param at when it arrives, after the hour or when it is corrected
     * @param reading the reading, which may be none that can be taken
     */
    record Measured(Instant at, AirReadingForm reading) implements SeasonEvent {
        @Override
        public String owner() {
            return reading.stationId();
        }

        @Override
        public Topic topic() {
            return Topics.AIR_READINGS;
        }

        @Override
        public Message message(FormMessages messages) {
            return messages.of(reading);
        }
    }
}
