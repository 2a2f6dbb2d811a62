package dev.pennant.jobs.alerts;

import dev.pennant.jobs.flink.ValueFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a subject has to know of a rule.
 *
 * @param subject indicator or competition
 * @param id id of the rule
 * @param text its YAML, or empty where it does not watch the subject any more
 */
record RuleNews(String subject, String id, String text) {
    /** News of a rule as bytes. */
    public static final class Format implements ValueFormat<RuleNews> {
        private static final long serialVersionUID = 1L;

        @Override
        public Class<RuleNews> type() {
            return RuleNews.class;
        }

        @Override
        public void write(RuleNews news, DataOutput out) throws IOException {
            out.writeUTF(news.subject);
            out.writeUTF(news.id);
            out.writeUTF(news.text);
        }

        @Override
        public RuleNews read(int version, DataInput in) throws IOException {
            return new RuleNews(in.readUTF(), in.readUTF(), in.readUTF());
        }
    }
}
