package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.retail.HourSales;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.SalesIndicator;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.JobSettings;
import dev.pennant.jobs.deadletters.DeadLetter;
import dev.pennant.jobs.deadletters.DeadLetters;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.kafka.RawRecord;
import dev.pennant.jobs.retail.source.ReceiptBatch;
import dev.pennant.jobs.retail.source.ReceiptBatchFormat;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * From stores' receipts to the running sales of townships, counties and prefectures.
 *
 * <pre>
 * what comes in                                        by        who          what goes out
 *
 * topic stores                                                   ReadStores     store log, stores, dead letters
 * topic retail-receipts; topic stores, all of it in each task    CountReceipts  cells of units, news of stores, days of stores,
 *                                                                               how far each partition was read, dead letters;
 *                                                                               after a restore moves and notices once more
 * stores; news of stores                               store     KeepStores     joined sales of units, days joined or waiting,
 *                                                                               notices, moves, stores counted in two units, held sales
 * cells and joined sales of units; notices             unit      SumSales       running sums, hours, categories
 * running sums                                                                  values of townships
 * running sums; notices, stores counted in two units   region    SumRegions     values of counties and prefectures
 * days of stores, joined or waiting; moves             store     SumStoreDays   store days
 * </pre>
 *
 * <p>Receipts come by the million a second, so they are counted and folded in the task that reads them, and only what changed goes on.
 */
public final class RetailPipeline {
    /** The name of the job, in dead letters and in the consumer group {@code pennant-retail}. */
    public static final String JOB = "retail";

    static final String READ_STORES = "read-stores";
    static final String READ_RECEIPTS = "retail-receipts";
    static final String COUNT_RECEIPTS = "count-receipts";
    static final String KEEP_STORES = "keep-stores";
    static final String SUM_SALES = "sum-sales";
    static final String SUM_STORE_DAYS = "sum-store-days";
    static final String TOWNSHIP_VALUES = "township-values";
    static final String SHARE_SALES = "share-sales";
    static final String SHARE_ROSTERS = "share-rosters";
    static final String SUM_REGIONS = "sum-regions";

    private final Catalogue catalogue;
    private final List<SalesIndicator> indicators;
    private final SalesScope scope;
    private final JobSettings settings;
    private final Clock clock;

    /**
     * A pipeline over a catalogue.
     *
     * @param settings how often values are emitted, and which tables are written
     * @param clock gives the time of every change
     */
    RetailPipeline(Catalogue catalogue, JobSettings settings, Clock clock) {
        this.catalogue = catalogue;
        this.indicators = catalogue.salesIndicators();
        this.scope = new SalesScope(catalogue, settings.tables() == JobSettings.Tables.ALL);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Defines the streams out of the streams in.
     *
     * @param register where the readers of receipts find the same stores, wherever the stream of stores stands
     */
    Outputs define(DataStream<RawRecord> stores, Source<ReceiptBatch, ?, ?> receipts, StoreRegister register) {
        SingleOutputStreamOperator<StoreEntry> entries = stores.process(
                        new ReadStores(catalogue.retailRules(), JOB, clock), ValueType.of(new StoreEntry.Format()))
                .name(READ_STORES)
                .uid(READ_STORES);
        SingleOutputStreamOperator<UnitCells> counted = stores.getExecutionEnvironment()
                .fromSource(
                        receipts,
                        WatermarkStrategy.noWatermarks(),
                        READ_RECEIPTS,
                        ValueType.of(new ReceiptBatchFormat()))
                .uid(READ_RECEIPTS)
                .transform(
                        COUNT_RECEIPTS,
                        ValueType.of(new UnitCells.Format()),
                        new CountReceipts(
                                new CountReceiptsSettings(scope.unitNumbers(), scope.details(), register, clock)))
                .name(COUNT_RECEIPTS)
                .uid(COUNT_RECEIPTS);
        SingleOutputStreamOperator<UnitNotice> notices = entries.connect(
                        counted.getSideOutput(CountReceipts.STORE_NEWS))
                .keyBy(StoreEntry::storeId, StoreNews::storeId, Types.STRING)
                .process(new KeepStores(scope, clock), ValueType.of(new UnitNoticeFormat()))
                .name(KEEP_STORES)
                .uid(KEEP_STORES);
        SingleOutputStreamOperator<RunningSales> sums = counted.union(notices.getSideOutput(KeepStores.JOINED))
                .keyBy(cells -> cells.unit, Types.INT)
                .connect(notices.union(counted.getSideOutput(CountReceipts.NOTICES))
                        .keyBy(UnitNotice::unit, Types.INT))
                .transform(
                        SUM_SALES,
                        ValueType.of(new RunningSalesFormat()),
                        new SumSales(scope, settings.emissionInterval(), clock))
                .uid(SUM_SALES);
        return new Outputs(
                scope,
                townshipValues(sums).union(regionValues(sums, notices)),
                scope.details() ? Optional.of(details(sums, counted, notices)) : Optional.empty(),
                notices.getSideOutput(KeepStores.HELD),
                counted.getSideOutput(CountReceipts.PROGRESS),
                entries,
                entries.getSideOutput(DeadLetters.TAG).union(counted.getSideOutput(DeadLetters.TAG)));
    }

    private DataStream<IndicatorValue> townshipValues(DataStream<RunningSales> sums) {
        return sums.flatMap(new TownshipValues(scope, indicators, clock))
                .returns(ValueType.of(new IndicatorValueFormat()))
                .name(TOWNSHIP_VALUES)
                .uid(TOWNSHIP_VALUES);
    }

    private DataStream<IndicatorValue> regionValues(
            DataStream<RunningSales> sums, SingleOutputStreamOperator<UnitNotice> notices) {
        DataStream<RegionShare> sales = sums.flatMap(new ShareSales(scope))
                .returns(ValueType.of(new RegionShare.Format()))
                .name(SHARE_SALES)
                .uid(SHARE_SALES);
        DataStream<RosterShare> rosters = notices.flatMap(new ShareRosters(scope))
                .returns(ValueType.of(new RosterShare.Format()))
                .name(SHARE_ROSTERS)
                .uid(SHARE_ROSTERS);
        return sales.connect(rosters.union(notices.getSideOutput(KeepStores.COUNTED_AGAIN)))
                .keyBy(RegionShare::region, RosterShare::region, Types.STRING)
                .transform(
                        SUM_REGIONS,
                        ValueType.of(new IndicatorValueFormat()),
                        new SumRegions(scope, indicators, settings.emissionInterval(), clock))
                .uid(SUM_REGIONS);
    }

    private Details details(
            SingleOutputStreamOperator<RunningSales> sums,
            SingleOutputStreamOperator<UnitCells> counted,
            SingleOutputStreamOperator<UnitNotice> notices) {
        DataStream<StoreDay> storeDays = counted.getSideOutput(CountReceipts.STORE_DAYS)
                .union(notices.getSideOutput(KeepStores.STORE_DAYS))
                .connect(
                        notices.getSideOutput(KeepStores.MOVES).union(counted.getSideOutput(CountReceipts.MOVES_AGAIN)))
                .keyBy(days -> days.storeId, StoreMove::storeId, Types.STRING)
                .transform(SUM_STORE_DAYS, ValueType.of(new StoreDayFormat()), new SumStoreDays(scope, clock))
                .uid(SUM_STORE_DAYS);
        return new Details(sums.getSideOutput(SumSales.HOURS), sums.getSideOutput(SumSales.CATEGORIES), storeDays);
    }

    /**
     * What leaves the pipeline: the state of the world, each value with its key and version.
     *
     * @param scope names what stands in rows as numbers
     * @param values the indicators
     * @param details what they are made of, where that is told
     * @param held what waits for a registration
     * @param reading how far the receipts were read
     * @param stores every message about a store that could be taken
     * @param deadLetters what could not
     */
    record Outputs(
            SalesScope scope,
            DataStream<IndicatorValue> values,
            Optional<Details> details,
            DataStream<HeldRow> held,
            DataStream<ReadingProgress> reading,
            DataStream<StoreEntry> stores,
            DataStream<DeadLetter> deadLetters) {}

    /**
     * What indicators are made of.
     *
     * @param hours sales by township, category and hour
     * @param categories running sums by township and category
     * @param storeDays sales by store and day
     */
    record Details(DataStream<HourSales> hours, DataStream<CategoryRow> categories, DataStream<StoreDay> storeDays) {}
}
