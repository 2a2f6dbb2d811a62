package dev.pennant.load;

import java.util.Locale;
import java.util.Set;

/** How precisely a number format of a workbook shows a date, if it shows one (ECMA-376 part 1, 18.8.30 and 18.8.31). */
enum DateFormat {
    NONE,
    MONTH,
    DAY,
    MOMENT;

    /** Formats that a Chinese spreadsheet leaves unwritten, for their numbers say it: {@code yyyy"年"m"月"}. */
    private static final Set<Integer> CHINESE_MONTHS = Set.of(27, 36, 50, 52, 57);

    private static final Set<Integer> CHINESE_DAYS = Set.of(28, 29, 30, 31, 51, 53, 54, 58);
    private static final Set<Integer> CHINESE_TIMES = Set.of(32, 33, 34, 35, 55, 56);

    static DateFormat of(Integer id, String code) {
        if (code != null) {
            return of(code);
        }
        if (id == null) {
            return NONE;
        }
        if (CHINESE_MONTHS.contains(id)) {
            return MONTH;
        }
        if (CHINESE_DAYS.contains(id)) {
            return DAY;
        }
        return CHINESE_TIMES.contains(id) ? MOMENT : NONE;
    }

    private static DateFormat of(String code) {
        String letters = code.toLowerCase(Locale.ROOT)
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\\\.", "")
                .replaceAll("\\[[^\\]]*]", "")
                .replace("general", "");
        boolean hours = letters.indexOf('h') >= 0 || letters.indexOf('s') >= 0;
        boolean day = letters.indexOf('d') >= 0;
        boolean month = letters.indexOf('m') >= 0;
        boolean year = letters.indexOf('y') >= 0;
        if (hours) {
            return MOMENT;
        }
        if (day) {
            return DAY;
        }
        if (month && year) {
            return MONTH;
        }
        return month || year ? DAY : NONE;
    }
}
