package dev.pennant.jobs.air;

import dev.pennant.core.air.AirReading;
import dev.pennant.core.air.AirStation;
import dev.pennant.core.air.Pollutant;
import dev.pennant.core.period.ReportingHour;
import dev.pennant.jobs.clickhouse.TableMapping;
import java.time.Instant;
import java.util.function.Function;

/** The tables of the air: what was read, and what was made of it. */
final class AirTables {
    static final TableMapping<StationEntry> STATIONS = TableMapping.<StationEntry>into("pennant.air_station_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("station", StationEntry::stationId)
            .column("name", row -> entered(row, AirStation::name))
            .column("unit", row -> entered(row, AirStation::unit))
            .column("withdrawn", row -> row.station().isEmpty())
            .column("synthetic", row -> row.station().map(AirStation::synthetic).orElse(false))
            .column("received_at", StationEntry::receivedAt)
            .key("partition", "offset")
            .build();

    static final TableMapping<DustEntry> DUST_DAYS = TableMapping.<DustEntry>into("pennant.air_dust_log")
            .column("partition", row -> row.origin().partition())
            .column("offset", row -> row.origin().offset())
            .column("unit", DustEntry::unit)
            .column("day", DustEntry::day)
            .column("withdrawn", DustEntry::withdrawn)
            .column("synthetic", DustEntry::synthetic)
            .column("received_at", DustEntry::receivedAt)
            .key("partition", "offset")
            .build();

    static final TableMapping<LoggedReading> READINGS = TableMapping.<LoggedReading>into("pennant.air_reading_log")
            .column("partition", LoggedReading::partition)
            .column("offset", LoggedReading::offset)
            .column("station", row -> row.reading().stationId())
            .column("hour", row -> ReportingHour.start(row.reading().hour()))
            .column("pm2_5", row -> ticks(row.reading(), Pollutant.PM2_5))
            .column("pm10", row -> ticks(row.reading(), Pollutant.PM10))
            .column("so2", row -> ticks(row.reading(), Pollutant.SO2))
            .column("no2", row -> ticks(row.reading(), Pollutant.NO2))
            .column("co", row -> ticks(row.reading(), Pollutant.CO))
            .column("o3", row -> ticks(row.reading(), Pollutant.O3))
            .column("revision", row -> row.reading().revision())
            .column("doubtful", LoggedReading::doubtful)
            .column("synthetic", row -> row.reading().synthetic())
            .column("outcome", row -> row.applied() ? "applied" : "superseded")
            .column("received_at", row -> Instant.ofEpochMilli(row.receivedMillis()))
            .key("partition", "offset")
            .build();

    static final TableMapping<AirDayRow> DAYS = TableMapping.<AirDayRow>into("pennant.air_day_latest")
            .column("station", AirDayRow::station)
            .column("unit", AirDayRow::unit)
            .column("subject", row -> row.station().isEmpty() ? row.unit() : row.station())
            .column("day", row -> ReportingHour.date(row.day()))
            .column("concentrations", AirDayRow::concentrations)
            .column("hourly_indices", AirDayRow::hourlyIndices)
            .column("hourly_aqi", AirDayRow::hourlyAqi)
            .column("revisions", AirDayRow::revisions)
            .column("means", AirDayRow::means)
            .column("indices", AirDayRow::indices)
            .column("aqi", AirDayRow::aqi)
            .column("reasons", AirDayRow::reasons)
            .column("standard", AirDayRow::standard)
            .column("stations", row -> row.marks().stations())
            .column("dust", row -> row.marks().dust())
            .column("synthetic", row -> row.marks().synthetic())
            .unsigned("version", row -> row.version().packed())
            .column("updated_at", row -> Instant.ofEpochMilli(row.updatedMillis()))
            .key("station", "subject", "day")
            .version("version")
            .build();

    static final TableMapping<AirStatisticsRow> STATISTICS = TableMapping.<AirStatisticsRow>into(
                    "pennant.air_statistics_latest")
            .column("unit", AirStatisticsRow::unit)
            .column("span", AirStatisticsRow::span)
            .column("period", AirStatisticsRow::period)
            .column("first_day", row -> ReportingHour.date(row.firstDay()))
            .column("last_day", row -> ReportingHour.date(row.lastDay()))
            .column("valid_days", AirStatisticsRow::validDays)
            .column("days_by_level", AirStatisticsRow::daysByLevel)
            .column("pollutant_days", AirStatisticsRow::pollutantDays)
            .column("means", AirStatisticsRow::means)
            .column("percentiles", AirStatisticsRow::percentiles)
            .column("limits", AirStatisticsRow::limits)
            .column("figures", AirStatisticsRow::figures)
            .column("bases", AirStatisticsRow::bases)
            .column("growth", AirStatisticsRow::growth)
            .column("reasons", AirStatisticsRow::reasons)
            .column("synthetic", AirStatisticsRow::synthetic)
            .unsigned("version", row -> row.version().packed())
            .column("updated_at", row -> Instant.ofEpochMilli(row.updatedMillis()))
            .key("unit", "span", "period")
            .version("version")
            .build();

    private AirTables() {}

    private static String entered(StationEntry row, Function<AirStation, String> column) {
        return row.station().map(column).orElse("");
    }

    private static Integer ticks(AirReading reading, Pollutant pollutant) {
        int ticks = reading.ticks()[pollutant.place()];
        return ticks == Pollutant.MISSING ? null : Integer.valueOf(ticks);
    }
}
