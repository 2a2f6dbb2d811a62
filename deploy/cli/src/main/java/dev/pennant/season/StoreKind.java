package dev.pennant.season;

import java.util.List;

/**
 * The kinds of stores of the season. All numbers are made up to look plausible: how often and for how much a till rings, and how far the kind fell in February and March 2020.
 */
enum StoreKind {
    SUPERMARKET("超市", 5, 4.6, 58, 0.8, 0.70, 0.06),
    CONVENIENCE("便利店", 6, 3.4, 21, 0.7, 0.45, 0.02),
    RESTAURANT("餐饮店", 7, 2.6, 96, 0.7, 0.08, 0.25),
    CLOTHING("服饰店", 4, 1.2, 240, 0.8, 0.10, 0.10),
    PHARMACY("药店", 3, 1.7, 62, 0.7, 1.05, 0.05),
    APPLIANCES("家电店", 2, 0.7, 1_900, 0.9, 0.15, 0.15),
    PETROL("加油站", 2, 3.0, 230, 0.4, 0.35, 0.00),
    MOTORS("汽车店", 1, 0.8, 98_000, 0.6, 0.35, 0.00),
    ONLINE_SHOP("网店", 2, 2.6, 130, 0.9, 0.85, 1.00);

    private final String title;
    private final double frequency;
    private final double receiptsADay;
    private final double medianYuan;
    private final double spread;
    private final double epidemic;
    private final double online;

    /**
     * @param frequency how many there are, in proportion to the other kinds
     * @param receiptsADay on a usual day
     * @param medianYuan of a receipt
     * @param spread of the logarithm of amounts
     * @param epidemic what was left of its trade when doors were closed
     * @param online share of receipts over the network
     */
    StoreKind(
            String title,
            double frequency,
            double receiptsADay,
            double medianYuan,
            double spread,
            double epidemic,
            double online) {
        this.title = title;
        this.frequency = frequency;
        this.receiptsADay = receiptsADay;
        this.medianYuan = medianYuan;
        this.spread = spread;
        this.epidemic = epidemic;
        this.online = online;
    }

    String title() {
        return title;
    }

    double frequency() {
        return frequency;
    }

    double receiptsADay() {
        return receiptsADay;
    }

    double epidemic() {
        return epidemic;
    }

    OpeningHours hours() {
        return switch (this) {
            case RESTAURANT -> OpeningHours.MEALS;
            case CONVENIENCE, PETROL, ONLINE_SHOP -> OpeningHours.LONG;
            default -> OpeningHours.SHOP;
        };
    }

    /** Whether a receipt comes over the network, as contracts spell it. */
    String channel(Draw draw) {
        return draw.happens(online) ? "online" : "store";
    }

    /** What a receipt comes to, fen, at least one. */
    long fen(Draw draw) {
        return Math.max(1, Math.round(100 * draw.logNormal(medianYuan, spread)));
    }

    /** What it sells, as the catalogue spells it; the first most, and the last rarely. */
    List<String> categories() {
        return switch (this) {
            case SUPERMARKET ->
                List.of("fresh-produce", "grain-oil-food", "meat-aquatic", "daily-goods", "beverages", "cosmetics");
            case CONVENIENCE -> List.of("beverages", "tobacco-liquor", "grain-oil-food", "daily-goods", "lottery");
            case RESTAURANT -> List.of("catering", "beverages", "tobacco-liquor");
            case CLOTHING -> List.of("clothing-footwear", "sports-recreation", "jewellery");
            case PHARMACY -> List.of("medicines", "daily-goods", "cosmetics");
            case APPLIANCES -> List.of("household-appliances", "communications", "furniture", "building-materials");
            case PETROL, MOTORS -> List.of("motor-fuel");
            case ONLINE_SHOP ->
                List.of("clothing-footwear", "cosmetics", "books-newspapers", "office-supplies", "communications");
        };
    }
}
