package dev.pennant.load;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;

/**
 * What a cell of a workbook says as text. A number is written as in the cell's XML, but without an exponent and with the 15 significant
 * digits that Excel has: it stores 1.1 as 1.1000000000000001. A date is ISO text, as precise as its format shows: a month
 * ({@code 2020-10}), a day ({@code 2020-10-07}), or a moment ({@code 2020-10-07T08:30}).
 */
final class SheetText {
    /**
     * What was read of a cell.
     *
     * @param text its text
     * @param problem why that cannot be relied on, empty when it can
     * @param doubt why it may be empty by mistake, empty when there is no such suspicion
     */
    record Reading(String text, String problem, String doubt) {
        static final Reading EMPTY = new Reading("", "", "");

        static Reading of(String text) {
            return new Reading(text, "", "");
        }

        static Reading unreliable(String text, String problem) {
            return new Reading(text, problem, "");
        }
    }

    private static final String WITHOUT_RESULT =
            "the cell holds a formula without a result; open and save the workbook in a spreadsheet";

    private static final MathContext SPREADSHEET_DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final Set<String> ERRORS =
            Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!");
    private static final BigDecimal MILLISECONDS_OF_A_DAY = BigDecimal.valueOf(86_400_000);

    private final LocalDate dayZero;

    SheetText(boolean countsFrom1904) {
        // Not 1899-12-31: Excel has a 29 February 1900, so that its numbers are right from 1 March 1900 on.
        this.dayZero = countsFrom1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
    }

    Reading read(Cell cell) {
        return switch (cell.getType()) {
            case EMPTY -> Reading.EMPTY;
            case STRING -> Reading.of(cell.getText());
            case BOOLEAN -> Reading.of(cell.getText());
            case NUMBER -> number(cell);
            case FORMULA -> formula(cell);
            case ERROR -> Reading.unreliable(raw(cell), "the cell holds the error " + raw(cell));
        };
    }

    private Reading formula(Cell cell) {
        if (cell.getValue() instanceof BigDecimal) {
            return number(cell);
        }
        if (cell.getValue() == null && cell.getRawValue() == null) {
            return Reading.unreliable("", WITHOUT_RESULT);
        }
        if (cell.getValue() == null && raw(cell).isEmpty()) {
            // A formula whose result is the empty text looks alike, and is right where a column may be empty.
            return new Reading("", "", WITHOUT_RESULT);
        }
        if (ERRORS.contains(raw(cell))) {
            return Reading.unreliable(raw(cell), "the cell holds the error " + raw(cell));
        }
        return Reading.of(cell.getText());
    }

    private Reading number(Cell cell) {
        BigDecimal exact = new BigDecimal(raw(cell).strip());
        DateFormat format = DateFormat.of(cell.getDataFormatId(), cell.getDataFormatString());
        if (format != DateFormat.NONE) {
            return date(exact, format);
        }
        if (exact.precision() <= SPREADSHEET_DIGITS.getPrecision()) {
            return Reading.of(exact.toPlainString());
        }
        BigDecimal shown = exact.round(SPREADSHEET_DIGITS).stripTrailingZeros();
        if (shown.precision() - shown.scale() > SPREADSHEET_DIGITS.getPrecision()) {
            return Reading.unreliable(
                    exact.toPlainString(),
                    "the cell is a number of more than 15 digits, of which spreadsheets keep only 15; enter it as text");
        }
        return Reading.of(shown.toPlainString());
    }

    private Reading date(BigDecimal serial, DateFormat format) {
        if (serial.signum() < 0 || serial.compareTo(BigDecimal.valueOf(2_958_466)) >= 0) {
            return Reading.unreliable(serial.toPlainString(), "the cell is shown as a date but its number is none");
        }
        LocalDateTime moment = dayZero.atStartOfDay()
                .plus(
                        serial.multiply(MILLISECONDS_OF_A_DAY)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact(),
                        ChronoUnit.MILLIS);
        LocalDate day = moment.toLocalDate();
        if (!moment.equals(day.atStartOfDay()) || format == DateFormat.MOMENT) {
            return Reading.of(moment.toString());
        }
        boolean month = format == DateFormat.MONTH && day.getDayOfMonth() == 1;
        return Reading.of(month ? YearMonth.from(day).toString() : day.toString());
    }

    private static String raw(Cell cell) {
        return cell.getRawValue() == null ? "" : cell.getRawValue();
    }
}
