package dev.pennant.jobs.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Flink's serializer of the values of a {@link ValueFormat}: the number of the format, then the value. */
final class ValueSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final ValueFormat<T> format;

    ValueSerializer(ValueFormat<T> format) {
        this.format = format;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        target.writeByte(format.version());
        format.write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        int version = source.readByte();
        if (version < 1 || version > format.version()) {
            throw new IOException(format.type().getSimpleName() + " was written in format " + version
                    + ", this build reads up to " + format.version());
        }
        return format.read(version, source);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public T copy(T from) {
        if (format.isImmutable()) {
            return from;
        }
        return format.copyOf(from).orElseGet(() -> writtenAndRead(from));
    }

    private T writtenAndRead(T from) {
        try {
            DataOutputSerializer buffer = new DataOutputSerializer(256);
            serialize(from, buffer);
            return deserialize(new DataInputDeserializer(buffer.getSharedBuffer(), 0, buffer.length()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean isImmutableType() {
        return format.isImmutable();
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ValueSerializer<?> serializer
                && serializer.format.getClass().equals(format.getClass());
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(format.getClass());
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(format);
    }

    /** What a checkpoint remembers of the serializer: the name of the format's class; the values carry their version themselves. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
        private ValueFormat<T> format;

        /** For Flink, which then reads the snapshot. */
        public Snapshot() {}

        private Snapshot(ValueFormat<T> format) {
            this.format = format;
        }

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(format.getClass().getName());
        }

        @Override
        @SuppressWarnings("unchecked")
        public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
            String name = in.readUTF();
            try {
                format = (ValueFormat<T>) Class.forName(name, true, classLoader)
                        .asSubclass(ValueFormat.class)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException gone) {
                throw new IOException("the checkpoint holds values of " + name + ", which this build has not", gone);
            }
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new ValueSerializer<>(format);
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
            boolean same = old instanceof Snapshot<T> snapshot
                    && snapshot.format.getClass().equals(format.getClass());
            return same
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
