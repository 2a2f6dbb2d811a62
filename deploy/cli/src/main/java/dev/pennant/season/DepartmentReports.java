package dev.pennant.season;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.report.IndicatorReportForm;
import dev.pennant.core.report.UnitForm;
import dev.pennant.season.SeasonEvent.Reported;
import dev.pennant.season.SeasonEvent.UnitRegistered;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What departments really published of Danghu, and the buildings they published it of: {@code season/units.csv} and {@code
 * season/indicator-reports.csv}, in the columns of an import. Alone in the season these figures are not made up; when they were reported is.
 */
final class DepartmentReports {
    private static final String UNITS = "units.csv";
    private static final String REPORTS = "indicator-reports.csv";
    private static final int TOWNSHIP_DIGITS = 9;

    private DepartmentReports() {}

    /** The units below the township. */
    static List<UnitForm> units() {
        return SeasonFile.rows(UNITS).stream().map(DepartmentReports::unit).toList();
    }

    /** The reports. */
    static List<IndicatorReportForm> reports() {
        return SeasonFile.rows(REPORTS).stream().map(DepartmentReports::report).toList();
    }

    /** The units as the season opens, and the reports when they were filed. */
    static List<SeasonEvent> events() {
        List<SeasonEvent> events = new ArrayList<>();
        units().forEach(unit -> events.add(new UnitRegistered(Season.OPENING, unit)));
        reports().forEach(report -> events.add(new Reported(report.reportedAt(), report)));
        return events;
    }

    private static UnitForm unit(NamedCsvRecord row) {
        String code = row.getField("code");
        return new UnitForm(
                code, row.getField("name"), row.getField("kind"), code.substring(0, TOWNSHIP_DIGITS), false);
    }

    private static IndicatorReportForm report(NamedCsvRecord row) {
        Instant reportedAt = LocalDateTime.parse(row.getField("reported_at"))
                .atZone(ReportingZone.ZONE)
                .toInstant();
        return new IndicatorReportForm(
                row.getField("unit"),
                row.getField("indicator"),
                row.getField("period"),
                figure(row.getField("value")),
                figure(row.getField("base")),
                figure(row.getField("growth")),
                Optional.empty(),
                Optional.empty(),
                Integer.parseInt(row.getField("revision")),
                reportedAt,
                false);
    }

    private static Optional<BigDecimal> figure(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }
}
