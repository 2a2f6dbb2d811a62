package dev.pennant.jobs.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * Flink's type of the values of a {@link ValueFormat}.
 *
 * @param <T> the values
 */
public final class ValueType<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final ValueFormat<T> format;

    private ValueType(ValueFormat<T> format) {
        this.format = format;
    }

    /** The type of the values so written. */
    public static <T> ValueType<T> of(ValueFormat<T> format) {
        return new ValueType<>(format);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new ValueSerializer<>(format);
    }

    @Override
    public Class<T> getTypeClass() {
        return format.type();
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof ValueType<?>;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueType<?> type && type.format.getClass().equals(format.getClass());
    }

    @Override
    public int hashCode() {
        return format.getClass().hashCode();
    }

    @Override
    public String toString() {
        return "ValueType<" + format.type().getSimpleName() + ">";
    }
}
