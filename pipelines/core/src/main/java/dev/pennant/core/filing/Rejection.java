package dev.pennant.core.filing;

/**
 * Why a record cannot be taken.
 *
 * @param reason what kind of fault it is
 * @param column the column at fault, as the contracts spell it
 * @param detail one English sentence that names what was found and what would be right
 */
public record Rejection(Reason reason, String column, String detail) {
    /** A kind of fault; its id is what dead letters are counted and replayed by. */
    public enum Reason {
        BAD_ID("bad-id"),
        BAD_KEY("bad-key"),
        BAD_TEXT("bad-text"),
        BAD_PERIOD("bad-period"),
        JANUARY_ALONE("january-alone"),
        PERIOD_OUT_OF_RANGE("period-out-of-range"),
        PERIOD_IN_THE_FUTURE("period-in-the-future"),
        REPORTED_IN_THE_FUTURE("reported-in-the-future"),
        UNKNOWN_UNIT("unknown-unit"),
        UNKNOWN_SCOPE("unknown-scope"),
        VALID_TO_BEFORE_VALID_FROM("valid-to-before-valid-from"),
        NEGATIVE_AMOUNT("negative-amount"),
        ABSURD_AMOUNT("absurd-amount"),
        RETAIL_ABOVE_REVENUE("retail-above-revenue"),
        RETAIL_INCOMPLETE("retail-incomplete"),
        BAD_REVISION("bad-revision"),
        CONFLICTING_REVISION("conflicting-revision"),
        UNKNOWN_INDICATOR("unknown-indicator"),
        WRONG_UNIT_KIND("wrong-unit-kind"),
        WRONG_CADENCE("wrong-cadence"),
        NO_VALUE("no-value"),
        BAD_RATIO("bad-ratio"),
        VALUE_OUT_OF_RANGE("value-out-of-range"),
        UNKNOWN_KIND("unknown-kind"),
        BAD_PARENT("bad-parent"),
        BAD_RULE("bad-rule"),
        BAD_DAY("bad-day"),
        ZERO_AMOUNT("zero-amount"),
        SOLD_IN_THE_FUTURE("sold-in-the-future"),
        SOLD_TOO_LONG_AGO("sold-too-long-ago"),
        UNKNOWN_CHANNEL("unknown-channel"),
        NOT_ON_THE_HOUR("not-on-the-hour"),
        MEASURED_IN_THE_FUTURE("measured-in-the-future"),
        MEASURED_TOO_LONG_AGO("measured-too-long-ago"),
        NEGATIVE_CONCENTRATION("negative-concentration"),
        BEYOND_INSTRUMENT_RANGE("beyond-instrument-range"),
        UNKNOWN_COMPETITION("unknown-competition"),
        BAD_ADJUSTMENT("bad-adjustment");

        private final String id;

        Reason(String id) {
            this.id = id;
        }

        /** The spelling in dead letters. */
        public String id() {
            return id;
        }
    }
}
