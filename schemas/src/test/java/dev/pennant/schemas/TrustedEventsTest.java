package dev.pennant.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.schemas.event.EnterpriseReport;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrustedEventsTest {
    private final ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();

    @AfterEach
    void restore() {
        ClassSecurityValidator.setGlobal(before);
    }

    @Test
    void noFlagIsNeededToReadAnEvent() throws Exception {
        // What Avro trusts where no system property is set, whatever the flags of this JVM.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.DEFAULT_TRUSTED_CLASSES);
        assertThat(ClassSecurityValidator.getGlobal().isTrusted(EnterpriseReport.class))
                .isFalse();

        EventCodec<EnterpriseReport> codec = EventCodec.of(EnterpriseReport.class);

        assertThat(codec.decode(codec.encode(SampleEvents.report()))).isEqualTo(SampleEvents.report());
    }

    @Test
    void whatTheProcessTrustedBeforeStaysTrustedAndNothingElseIs() {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.builder().add(StringBuilder.class).build());

        TrustedEvents.trust(EnterpriseReport.class);

        ClassSecurityPredicate after = ClassSecurityValidator.getGlobal();
        assertThat(after.isTrusted(StringBuilder.class)).isTrue();
        assertThat(after.isTrusted(EnterpriseReport.class)).isTrue();
        assertThat(after.isTrusted(TrustedEvents.class)).isFalse();
    }

    @Test
    void trustingAgainAddsNothing() {
        TrustedEvents.trust(EnterpriseReport.class);
        ClassSecurityPredicate once = ClassSecurityValidator.getGlobal();

        TrustedEvents.trust(EnterpriseReport.class);

        assertThat(ClassSecurityValidator.getGlobal()).isSameAs(once);
    }
}
