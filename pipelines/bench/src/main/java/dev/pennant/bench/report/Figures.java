package dev.pennant.bench.report;

import java.util.Locale;

/** How figures are written, the same under every locale. */
public final class Figures {
    private static final double MILLION = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    /** With two decimals. */
    public static String ratio(double ratio) {
        return format("%.2f", ratio);
    }

    /** As few decimals as it takes, and three at most. */
    public static String plain(double figure) {
        return format("%.3f", figure).replaceAll("\\.?0+$", "");
    }

    /** In millions, with two decimals. */
    public static String millions(double figure) {
        return format("%.2f M", figure / MILLION);
    }

    /** Without decimals, in groups of three digits. */
    public static String whole(double figure) {
        return format("%,.0f", figure).replace(',', ' ');
    }

    /** In groups of three digits. */
    public static String whole(long count) {
        return whole((double) count);
    }

    /** With one decimal. */
    public static String seconds(double seconds) {
        return format("%.1f", seconds);
    }

    /** In MiB, with one decimal. */
    public static String mebibytes(double bytes) {
        return format("%.1f", bytes / MEBIBYTE);
    }

    private static String format(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
