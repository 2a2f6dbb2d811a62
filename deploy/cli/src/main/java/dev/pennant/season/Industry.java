package dev.pennant.season;

import dev.pennant.core.revenue.Scope;
import java.util.Arrays;
import java.util.List;

/**
 * The industries of the season. All numbers are made up to look plausible: sizes near the thresholds of the rosters, the seasons of
 * trade, and the closed doors of February and March 2020.
 */
enum Industry {
    FREIGHT("交通运输、仓储和邮政业", Scope.SERVICE_DESIGNATED, 22, 48, 0.03, 0.75, 0, 0),
    SOFTWARE("信息传输、软件和信息技术服务业", Scope.SERVICE_DESIGNATED, 12, 36, 0.15, 0.92, 0, 0),
    BUSINESS("租赁和商务服务业", Scope.SERVICE_DESIGNATED, 22, 34, 0.07, 0.80, 0, 0),
    RESEARCH("科学研究和技术服务业", Scope.SERVICE_DESIGNATED, 12, 26, 0.06, 0.82, 0, 0),
    PROPERTY("物业管理和房地产中介服务", Scope.SERVICE_DESIGNATED, 14, 18, 0.05, 0.95, 0, 0),
    RESIDENTS("居民服务、修理和其他服务业", Scope.SERVICE_DESIGNATED, 6, 9, -0.04, 0.60, 0, 0),
    EDUCATION("教育", Scope.SERVICE_DESIGNATED, 4, 13, -0.06, 0.50, 0, 0),
    HEALTH("卫生和社会工作", Scope.SERVICE_DESIGNATED, 4, 30, 0.02, 0.78, 0, 0),
    CULTURE("文化、体育和娱乐业", Scope.SERVICE_DESIGNATED, 4, 9, -0.18, 0.30, 0, 0),
    WHOLESALE("批发业", Scope.TRADE_ABOVE_QUOTA, 46, 52, 0.03, 0.80, 0.02, 0.25),
    RETAIL("零售业", Scope.TRADE_ABOVE_QUOTA, 24, 22, 0.01, 0.75, 0.85, 0.99),
    CARS("机动车零售业", Scope.TRADE_ABOVE_QUOTA, 10, 60, -0.02, 0.55, 0.80, 0.97),
    LODGING("住宿业", Scope.TRADE_ABOVE_QUOTA, 7, 7, -0.20, 0.30, 0.25, 0.45),
    CATERING("餐饮业", Scope.TRADE_ABOVE_QUOTA, 13, 6, -0.10, 0.40, 0.92, 0.99);

    private static final int SHUTDOWN_YEAR = 2020;
    private static final double[] SERVICE_MONTHS = {
        0.95, 0.85, 1.00, 0.98, 1.00, 1.08, 0.97, 0.98, 1.04, 1.00, 1.03, 1.20
    };
    private static final double[] TRADE_MONTHS = {1.12, 0.92, 0.93, 0.92, 0.98, 1.02, 0.95, 0.96, 1.04, 1.08, 1.15, 1.18
    };

    private final String title;
    private final Scope scope;
    private final double frequency;
    private final double medianMillions;
    private final double growth;
    private final double february2020;
    private final double leastRetail;
    private final double mostRetail;

    Industry(
            String title,
            Scope scope,
            double frequency,
            double medianMillions,
            double growth,
            double february2020,
            double leastRetail,
            double mostRetail) {
        this.title = title;
        this.scope = scope;
        this.frequency = frequency;
        this.medianMillions = medianMillions;
        this.growth = growth;
        this.february2020 = february2020;
        this.leastRetail = leastRetail;
        this.mostRetail = mostRetail;
    }

    /** An industry of the scope, the frequent ones more often. */
    static Industry in(Scope scope, Draw draw) {
        List<Industry> ofScope = Arrays.stream(values())
                .filter(industry -> industry.scope == scope)
                .toList();
        return draw.of(ofScope, industry -> industry.frequency);
    }

    /** As it stands on the roster. */
    String title() {
        return title;
    }

    /** Revenue of one enterprise from January through October, fen. */
    long revenueThroughOctober(Draw draw) {
        return Math.round(draw.logNormal(medianMillions, 0.85) * 100_000_000);
    }

    /** Growth of the industry in 2020, 0.05 is 5 %. */
    double growth() {
        return growth;
    }

    /** The share of retail sales in one enterprise's revenue. */
    double retailShare(Draw draw) {
        return draw.between(leastRetail, mostRetail);
    }

    /** Weight of a month in a year, about 1. */
    double weight(int year, int month) {
        double usual = scope == Scope.TRADE_ABOVE_QUOTA ? TRADE_MONTHS[month - 1] : SERVICE_MONTHS[month - 1];
        if (year != SHUTDOWN_YEAR) {
            return usual;
        }
        double loss = 1 - february2020;
        return switch (month) {
            case 1 -> usual * (1 - 0.3 * loss);
            case 2 -> usual * (1 - loss);
            case 3 -> usual * (1 - 0.6 * loss);
            case 4 -> usual * (1 - 0.25 * loss);
            default -> usual;
        };
    }
}
