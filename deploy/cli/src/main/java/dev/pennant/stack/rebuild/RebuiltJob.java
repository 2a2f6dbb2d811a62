package dev.pennant.stack.rebuild;

import dev.pennant.core.air.MeasuredIndicator;
import dev.pennant.core.air.SustainedAqi;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.report.ReportedIndicator;
import dev.pennant.core.retail.SalesIndicator;
import dev.pennant.jobs.Job;
import dev.pennant.jobs.air.AirJob;
import dev.pennant.jobs.report.ReportJob;
import dev.pennant.jobs.retail.RetailJob;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a rebuild has to know of a job. A job tells values of indicators, and writes tables of two kinds.
 *
 * @param job the job
 * @param tables those with what stands: a rebuilt job's take the place of the ones that are read
 * @param logs those with what was read: a rebuilt job reads the same again, and what it writes of them is of no use
 * @param indicators ids of the indicators that it tells and no other job does
 */
public record RebuiltJob(
        Job job, List<String> tables, List<String> logs, Function<Catalogue, Stream<String>> indicators) {
    /** Every job that can be rebuilt. */
    public static final List<RebuiltJob> ALL = List.of(
            new RebuiltJob(
                    RetailJob.JOB,
                    List.of(
                            "retail_hour_latest",
                            "retail_store_day_latest",
                            "retail_category_latest",
                            "retail_reading_latest",
                            "retail_held_latest"),
                    List.of("store_registry_log"),
                    catalogue -> catalogue.salesIndicators().stream().map(SalesIndicator::id)),
            new RebuiltJob(
                    AirJob.JOB,
                    List.of("air_day_latest", "air_statistics_latest"),
                    List.of("air_station_log", "air_dust_log", "air_reading_log"),
                    catalogue -> Stream.concat(
                            catalogue.airIndicators().stream()
                                    .map(MeasuredIndicator::figure)
                                    .map(figure -> figure.id()),
                            catalogue.sustainedAqi().stream().map(SustainedAqi::id))),
            new RebuiltJob(
                    ReportJob.JOB,
                    List.of(),
                    List.of("unit_registry_log", "indicator_report_log"),
                    catalogue -> catalogue.reportedIndicators().stream().map(ReportedIndicator::id)));

    /** The one of a name. */
    public static Optional<RebuiltJob> named(String name) {
        return ALL.stream().filter(rebuilt -> rebuilt.job.name().equals(name)).findFirst();
    }

    /** The ids of its indicators as a parameter of a query, {@code Array(String)}. */
    public String indicatorsParameter() {
        return indicators
                .apply(Catalogue.shipped())
                .sorted()
                .toList()
                .toString()
                .replaceAll("[^\\[\\], ]+", "'$0'");
    }
}
