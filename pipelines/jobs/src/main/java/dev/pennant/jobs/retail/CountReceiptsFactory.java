package dev.pennant.jobs.retail;

import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes {@link CountReceipts}, chained to the source of its first input, whose batches cannot travel. */
final class CountReceiptsFactory extends AbstractStreamOperatorFactory<UnitCells> {
    private static final long serialVersionUID = 1L;

    private final CountReceiptsSettings settings;

    CountReceiptsFactory(CountReceiptsSettings settings) {
        this.settings = settings;
        setChainingStrategy(ChainingStrategy.HEAD_WITH_SOURCES);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Flink declares it
    public <T extends StreamOperator<UnitCells>> T createStreamOperator(
            StreamOperatorParameters<UnitCells> parameters) {
        return (T) new CountReceipts(parameters, settings);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
        return CountReceipts.class;
    }
}
