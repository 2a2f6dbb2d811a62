package dev.pennant.jobs.retail;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.indicator.IndicatorValue;
import dev.pennant.core.retail.RunningSales;
import dev.pennant.core.retail.StoreDay;
import dev.pennant.core.retail.UnitNotice;
import dev.pennant.jobs.flink.ValueType;
import dev.pennant.jobs.indicator.IndicatorValueFormat;
import dev.pennant.jobs.retail.KeyedTasks.Checkpoint;
import dev.pennant.jobs.retail.KeyedTasks.Inputs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.util.OutputTag;

/**
 * An operator of the retail pipeline with two inputs, on the shipped catalogue, to be run by itself.
 *
 * @param inputs what it reads
 * @param maker makes one by the clock of a run
 * @param output type of what it emits
 * @param sideOutputs what else it emits
 */
record RetailOperator<K, A, B, O>(
        Inputs<K, A, B> inputs,
        Function<Clock, TwoInputStreamOperator<A, B, O>> maker,
        TypeInformation<O> output,
        List<OutputTag<?>> sideOutputs) {
    static final Catalogue CATALOGUE = Catalogue.shipped();
    static final SalesScope SCOPE = new SalesScope(CATALOGUE, true);
    static final Instant START = Instant.parse("2021-03-02T02:00:00Z");

    static RetailOperator<Integer, UnitCells, UnitNotice, RunningSales> sumSales() {
        return sumSales(SCOPE);
    }

    static RetailOperator<Integer, UnitCells, UnitNotice, RunningSales> sumSales(SalesScope scope) {
        return new RetailOperator<>(
                new Inputs<>(UnitCells.class, cells -> cells.unit, UnitNotice::unit, Types.INT),
                clock -> new SumSales(scope, Duration.ofMillis(200), clock),
                ValueType.of(new RunningSalesFormat()),
                List.of(SumSales.HOURS, SumSales.CATEGORIES));
    }

    static RetailOperator<String, RegionShare, RosterShare, IndicatorValue> sumRegions() {
        return new RetailOperator<>(
                new Inputs<>(RegionShare.class, RegionShare::region, RosterShare::region, Types.STRING),
                clock -> new SumRegions(SCOPE, CATALOGUE.salesIndicators(), Duration.ofMillis(200), clock),
                ValueType.of(new IndicatorValueFormat()),
                List.of());
    }

    static RetailOperator<String, StoreDayCells, StoreMove, StoreDay> sumStoreDays() {
        return new RetailOperator<>(
                new Inputs<>(StoreDayCells.class, days -> days.storeId, StoreMove::storeId, Types.STRING),
                clock -> new SumStoreDays(SCOPE, clock),
                ValueType.of(new StoreDayFormat()),
                List.of());
    }

    static RetailOperator<String, StoreEntry, StoreNews, UnitNotice> keepStores() {
        return new RetailOperator<>(
                new Inputs<>(StoreEntry.class, StoreEntry::storeId, StoreNews::storeId, Types.STRING),
                clock -> new KeyedCoProcessOperator<>(new KeepStores(SCOPE, clock)),
                ValueType.of(new UnitNoticeFormat()),
                List.of(
                        KeepStores.JOINED,
                        KeepStores.STORE_DAYS,
                        KeepStores.HELD,
                        KeepStores.MOVES,
                        KeepStores.COUNTED_AGAIN));
    }

    /** One task that begins. */
    KeyedTasks<K, A, B, O> alone() throws Exception {
        return run(0, 1, new HashMapStateBackend(), null);
    }

    /** One task that goes on, as the run with a number. */
    KeyedTasks<K, A, B, O> restored(int run, Checkpoint checkpoint) throws Exception {
        return run(run, 1, new HashMapStateBackend(), checkpoint);
    }

    /**
     * The tasks of a run.
     *
     * @param run its number, from which comes the time at which it begins
     * @param checkpoint what it goes on from, or null
     */
    KeyedTasks<K, A, B, O> run(int run, int parallelism, StateBackend backend, Checkpoint checkpoint) throws Exception {
        Clock clock = Clock.fixed(START.plusSeconds(run), ZoneOffset.UTC);
        return new KeyedTasks<>(
                inputs, () -> maker.apply(clock), output, sideOutputs, parallelism, backend, checkpoint);
    }
}
