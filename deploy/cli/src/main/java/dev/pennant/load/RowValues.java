package dev.pennant.load;

import dev.pennant.core.Quotation;
import dev.pennant.core.ReportingZone;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.indicator.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of one row as what they stand for. What cannot be read is gathered, so that all that is wrong with a row is said at once; the
 * value then given in its place means nothing, and the row is not to be used.
 */
final class RowValues {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,9}");
    private static final Pattern MIDNIGHT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T00:00(:00)?");
    private static final Set<String> MISSING = Set.of("", "-", "-;", "—", "NA");
    private static final Pattern CONCENTRATION = Pattern.compile("-?\\d{1,5}(\\.\\d{1,10})?");
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
    private static final Pattern SHORTENED_NUMBER = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+\\d+");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private record Fault(String column, String detail) {}

    private final TableRow row;
    private final List<Fault> faults = new ArrayList<>();

    RowValues(TableRow row) {
        this.row = row;
    }

    /** The text, or empty. */
    String text(String column) {
        return row.value(column);
    }

    /** The text of a day. A midnight, as a workbook has it where a day's cell shows hours, is the day that begins with it. */
    String day(String column) {
        String text = row.value(column);
        return MIDNIGHT.matcher(text).matches() ? text.substring(0, text.indexOf('T')) : text;
    }

    /** The text of an id. One that a spreadsheet took for a number and shortened has lost its last digits. */
    String id(String column) {
        String text = row.value(column);
        if (text.indexOf('+') >= 0 && SHORTENED_NUMBER.matcher(text).matches()) {
            faults.add(new Fault(
                    column, "'" + text + "' is a number that a spreadsheet has shortened; enter ids as text"));
        }
        return text;
    }

    /** An amount in yuan, with at most two decimals. */
    Money amount(String column) {
        return optionalAmount(column).orElseGet(() -> {
            if (row.value(column).isEmpty()) {
                faults.add(new Fault(column, "is empty; an amount in yuan like 1234.56 is needed"));
            }
            return Money.ZERO;
        });
    }

    /** An amount in yuan, or nothing where the column is empty. */
    Optional<Money> optionalAmount(String column) {
        String text = row.value(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Money.ofYuan(text));
        } catch (IllegalArgumentException noAmount) {
            boolean separated = text.indexOf(',') >= 0 || text.indexOf('，') >= 0;
            faults.add(new Fault(column, noAmount.getMessage() + (separated ? ", without thousands separators" : "")));
            return Optional.empty();
        }
    }

    /** A figure with at most ten decimals, or nothing where the column is empty or not there. */
    Optional<BigDecimal> optionalFigure(String column) {
        String text = row.valueIfThere(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!FIGURE.matcher(text).matches()) {
            faults.add(new Fault(column, Quotation.of(text) + " is not a figure like 1612.05"));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /**
     * A concentration as a whole number of its last decimal: {@code 35.4} with one decimal is 354.
     *
     * @param missing in place of a value that is empty, or written as networks write a missing one
     */
    int concentration(String column, int decimals, int missing) {
        String text = row.value(column);
        if (MISSING.contains(text)) {
            return missing;
        }
        if (!CONCENTRATION.matcher(text).matches()) {
            faults.add(new Fault(column, Quotation.of(text) + " is not a concentration like 35.4"));
            return missing;
        }
        BigDecimal shifted = new BigDecimal(text).movePointRight(decimals).stripTrailingZeros();
        if (shifted.scale() > 0) {
            faults.add(new Fault(
                    column,
                    Quotation.of(text) + " is finer than can be counted: "
                            + (decimals == 0 ? "no decimal is" : "at most " + decimals + " decimals are") + " taken"));
            return missing;
        }
        return shifted.intValueExact();
    }

    /** A whole number of at most nine digits. */
    int wholeNumber(String column) {
        String text = row.value(column);
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return Integer.parseInt(text);
        }
        faults.add(new Fault(column, "'" + text + "' is not a whole number like 0"));
        return 0;
    }

    /** A number of at most 64 bits without a sign, as the bits that it has. */
    long unsignedNumber(String column) {
        int before = faults.size();
        String text = id(column);
        if (faults.size() > before) {
            return 0;
        }
        try {
            if (DIGITS.matcher(text).matches()) {
                return Long.parseUnsignedLong(text);
            }
        } catch (NumberFormatException tooLarge) {
            // said below
        }
        faults.add(new Fault(column, Quotation.of(text) + " is not a whole number from 0 to 18446744073709551615"));
        return 0;
    }

    /** A moment: an ISO time in Asia/Shanghai, or one with an offset from UTC. Kept to the millisecond. */
    Instant moment(String column) {
        String text = row.value(column);
        try {
            Optional<LocalDateTime> plain = PlainTime.read(text);
            return plain.isPresent() ? inChina(plain.get()) : formatted(text).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException noTime) {
            faults.add(new Fault(
                    column, "'" + text + "' is not a time like 2020-11-18T09:30 or 2020-11-18T09:30:00+08:00"));
            return Instant.EPOCH;
        }
    }

    private static Instant formatted(String text) {
        TemporalAccessor time = TIME.parse(text);
        return time.isSupported(ChronoField.OFFSET_SECONDS) ? Instant.from(time) : inChina(LocalDateTime.from(time));
    }

    private static Instant inChina(LocalDateTime time) {
        return time.atZone(ReportingZone.ZONE).toInstant();
    }

    /** Whether every value asked for so far could be read. */
    boolean areReadable() {
        return faults.isEmpty();
    }

    /** Adds what the rules found. */
    void judged(Verdict<?> verdict) {
        if (verdict instanceof Verdict.Rejected<?> rejected) {
            rejected.rejections().forEach(rejection -> faults.add(new Fault(rejection.column(), rejection.detail())));
        }
    }

    /**
     * All that is wrong as one fault.
     *
     * @throws IllegalStateException when nothing is
     */
    RowFault fault() {
        if (faults.isEmpty()) {
            throw new IllegalStateException("line " + row.line() + " has no fault");
        }
        if (faults.size() == 1) {
            return row.fault(faults.get(0).column(), faults.get(0).detail());
        }
        String columns = faults.stream().map(Fault::column).distinct().collect(Collectors.joining("; "));
        String details = faults.stream()
                .map(fault -> fault.column() + ": " + row.reason(fault.column(), fault.detail()))
                .collect(Collectors.joining("; "));
        return new RowFault(row.line(), columns, details);
    }
}
