package dev.pennant.bench.retail;

import dev.pennant.audit.Accounting;
import dev.pennant.audit.AuditException;
import dev.pennant.audit.Verification;
import dev.pennant.bench.report.Figures;
import dev.pennant.jobs.kafka.Topics;
import java.util.stream.Collectors;

/**
 * What {@code verify} says of a run, as a report says it.
 *
 * @param holds whether there is nothing to complain about
 * @param finding the rest of a sentence that begins with whom it is about
 */
record Verified(boolean holds, String finding) {
    /** What it found. */
    static Verified of(Verification verification) {
        return new Verified(
                verification.holds(), verification.holds() ? account(verification) : complaint(verification));
    }

    /** It could not be done. */
    static Verified not(AuditException obstacle) {
        return new Verified(false, "NOT verified: " + obstacle.getMessage());
    }

    /** One sentence. */
    String sentence(String subject) {
        return "verify of " + subject + ": " + finding;
    }

    private static String account(Verification verification) {
        Accounting receipts = verification.accounts().stream()
                .filter(account -> account.topic().equals(Topics.RETAIL_RECEIPTS.name()))
                .findFirst()
                .orElseThrow();
        return Figures.whole(receipts.read()) + " records are accounted for, of which "
                + Figures.whole(receipts.quarantined()) + " quarantined; " + Figures.whole(verification.compared())
                + " values equal what SQL makes of the details";
    }

    private static String complaint(Verification verification) {
        String topics = verification.accounts().stream()
                .filter(account -> !account.balances())
                .map(account -> account.topic() + ", " + account.lost() + " lost and " + account.doubled()
                        + " doubled of " + account.read())
                .collect(Collectors.joining("; "));
        return "NOT verified: values that DIFFER " + verification.differences().size() + ", standings "
                + verification.races().differences().size() + ", alerts "
                + verification.alerts().differences().size() + "; topics not accounted for: "
                + (topics.isEmpty() ? "none" : topics);
    }
}
