package dev.pennant.jobs.alerts;

import dev.pennant.core.alerts.AlertRule;
import dev.pennant.core.alerts.Subject;
import dev.pennant.jobs.flink.ValueFormat;
import dev.pennant.jobs.kafka.Origin;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A message about a rule for alerts: the rule, or that it is taken back.
 *
 * @param origin where it stands
 * @param receivedAt when the broker took it
 * @param id id of the rule
 * @param text its YAML, or empty where it is taken back, as is all that follows
 * @param revision tells its wordings apart
 * @param title in Chinese
 * @param titleEn in English
 * @param level how grave its alerts are
 * @param kinds kinds of units it speaks of
 * @param units further units it speaks of
 * @param subjects what it watches
 */
record RuleEntry(
        Origin origin,
        Instant receivedAt,
        String id,
        String text,
        String revision,
        String title,
        String titleEn,
        String level,
        List<String> kinds,
        List<String> units,
        List<String> subjects) {
    RuleEntry {
        kinds = List.copyOf(kinds);
        units = List.copyOf(units);
        subjects = List.copyOf(subjects);
    }

    static RuleEntry of(Origin origin, Instant receivedAt, AlertRule rule, String text) {
        return new RuleEntry(
                origin,
                receivedAt,
                rule.id(),
                text,
                rule.revision(),
                rule.title(),
                rule.titleEn(),
                rule.level().id(),
                sorted(rule.units().kinds()),
                sorted(rule.units().codes()),
                sorted(rule.subjects().stream().map(Subject::toString).toList()));
    }

    static RuleEntry withdrawal(Origin origin, Instant receivedAt, String id) {
        return new RuleEntry(origin, receivedAt, id, "", "", "", "", "", List.of(), List.of(), List.of());
    }

    boolean isWithdrawn() {
        return text.isEmpty();
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().sorted().toList();
    }

    /** A message about a rule as bytes. */
    public static final class Format implements ValueFormat<RuleEntry> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RuleEntry> type() {
            return RuleEntry.class;
        }

        @Override
        public void write(RuleEntry entry, DataOutput out) throws IOException {
            Origin.write(entry.origin, out);
            AlertBytes.writeInstant(entry.receivedAt, out);
            out.writeUTF(entry.id);
            out.writeUTF(entry.text);
            out.writeUTF(entry.revision);
            out.writeUTF(entry.title);
            out.writeUTF(entry.titleEn);
            out.writeUTF(entry.level);
            writeTexts(entry.kinds, out);
            writeTexts(entry.units, out);
            writeTexts(entry.subjects, out);
        }

        @Override
        public RuleEntry read(int version, DataInput in) throws IOException {
            return new RuleEntry(
                    Origin.read(in),
                    AlertBytes.readInstant(in),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    readTexts(in),
                    readTexts(in),
                    readTexts(in));
        }

        private static void writeTexts(List<String> texts, DataOutput out) throws IOException {
            out.writeInt(texts.size());
            for (String text : texts) {
                out.writeUTF(text);
            }
        }

        private static List<String> readTexts(DataInput in) throws IOException {
            List<String> texts = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                texts.add(in.readUTF());
            }
            return texts;
        }
    }
}
