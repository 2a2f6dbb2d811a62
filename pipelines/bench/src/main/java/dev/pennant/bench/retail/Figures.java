package dev.pennant.bench.retail;

import java.util.Locale;

/** How figures are written, the same under every locale. */
final class Figures {
    private static final double MILLION = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    private Figures() {}

    static String ratio(double ratio) {
        return format("%.2f", ratio);
    }

    /** As few decimals as it takes, and three at most. */
    static String plain(double figure) {
        return format("%.3f", figure).replaceAll("\\.?0+$", "");
    }

    static String millions(double figure) {
        return format("%.2f M", figure / MILLION);
    }

    static String whole(double figure) {
        return format("%,.0f", figure).replace(',', ' ');
    }

    static String whole(long count) {
        return whole((double) count);
    }

    static String seconds(double seconds) {
        return format("%.1f", seconds);
    }

    static String mebibytes(double bytes) {
        return format("%.1f", bytes / MEBIBYTE);
    }

    private static String format(String format, double figure) {
        return String.format(Locale.ROOT, format, figure);
    }
}
