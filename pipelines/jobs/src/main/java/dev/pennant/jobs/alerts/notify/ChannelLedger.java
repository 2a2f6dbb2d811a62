package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.Alert;
import dev.pennant.core.alerts.Notice;
import dev.pennant.core.alerts.Notice.Known;
import dev.pennant.jobs.alerts.AlertFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * What a checkpoint remembers of a channel. It is bounded by the alerts that fire, and gone with the channel.
 *
 * @param channel its name
 * @param notices what it knows of the alerts that fire, and has yet to be told
 */
record ChannelLedger(String channel, List<Notice> notices) {
    ChannelLedger {
        notices = List.copyOf(notices);
    }

    /** A ledger as bytes. */
    static final class Serializer implements SimpleVersionedSerializer<ChannelLedger> {
        private static final int FORMAT = 1;

        private final AlertFormat alerts = new AlertFormat();

        @Override
        public int getVersion() {
            return FORMAT;
        }

        @Override
        public byte[] serialize(ChannelLedger ledger) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(256);
            out.writeUTF(ledger.channel);
            out.writeByte(alerts.version());
            out.writeInt(ledger.notices.size());
            for (Notice notice : ledger.notices) {
                alerts.write(notice.alert(), out);
                out.writeUTF(notice.known().name());
            }
            return out.getCopyOfBuffer();
        }

        @Override
        public ChannelLedger deserialize(int version, byte[] bytes) throws IOException {
            if (version != FORMAT) {
                throw new IOException("a ledger was written in format " + version + ", this build reads " + FORMAT);
            }
            DataInputDeserializer in = new DataInputDeserializer(bytes);
            String channel = in.readUTF();
            int format = in.readByte();
            List<Notice> notices = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                Alert alert = alerts.read(format, in);
                notices.add(new Notice(alert, Known.valueOf(in.readUTF())));
            }
            return new ChannelLedger(channel, notices);
        }
    }
}
