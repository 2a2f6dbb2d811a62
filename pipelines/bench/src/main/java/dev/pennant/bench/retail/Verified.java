package dev.pennant.bench.retail;

import dev.pennant.audit.Accounting;
import dev.pennant.audit.Verification;
import dev.pennant.bench.report.Figures;
import dev.pennant.jobs.kafka.Topics;

/** What {@code verify} says of a run, as a report says it. */
final class Verified {
    private Verified() {}

    /** One sentence. */
    static String sentence(String subject, Verification verification) {
        String what = "verify of " + subject + ": ";
        if (!verification.holds()) {
            return what + "NOT verified: " + verification.differences().size() + " values DIFFER; "
                    + verification.accounts().stream()
                            .filter(account -> !account.balances())
                            .toList();
        }
        Accounting receipts = verification.accounts().stream()
                .filter(account -> account.topic().equals(Topics.RETAIL_RECEIPTS.name()))
                .findFirst()
                .orElseThrow();
        return what + Figures.whole(receipts.read()) + " receipts are accounted for, of which "
                + Figures.whole(receipts.quarantined()) + " quarantined; " + Figures.whole(verification.compared())
                + " values equal what SQL makes of the details";
    }
}
