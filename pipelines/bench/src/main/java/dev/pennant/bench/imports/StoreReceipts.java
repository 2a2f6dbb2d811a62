package dev.pennant.bench.imports;

import java.io.PrintWriter;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What two thousand stores have sold in October: a refund in fifty. */
final class StoreReceipts implements HandedIn {
    private static final int STORES = 2_000;
    private static final LocalDateTime FIRST = LocalDateTime.of(2020, 10, 1, 0, 0);
    private static final int SECONDS = 31 * 24 * 3_600;
    private static final long SEED = 6;
    private static final int ONE_IN_REFUNDED = 50;
    private static final int ONE_IN_ONLINE = 8;
    private static final int YUAN = 200;
    private static final int FEN_A_YUAN = 100;

    private final int receipts;
    private final List<String> townships;
    private final List<String> categories;

    /**
     * @param receipts how many
     * @param townships codes of the units in which the stores are
     * @param categories what they sell
     */
    StoreReceipts(int receipts, List<String> townships, List<String> categories) {
        this.receipts = receipts;
        this.townships = townships;
        this.categories = categories;
    }

    @Override
    public String stream() {
        return "retail-receipts";
    }

    @Override
    public int rows() {
        return receipts;
    }

    @Override
    public double goalSeconds() {
        return 20;
    }

    @Override
    public void write(PrintWriter file) {
        SplittableRandom random = new SplittableRandom(SEED);
        file.println("store_id,receipt_no,sold_at,category,amount,channel");
        for (int receipt = 0; receipt < receipts; receipt++) {
            LocalDateTime soldAt = FIRST.plusSeconds((long) receipt * SECONDS / receipts);
            String sign = random.nextInt(ONE_IN_REFUNDED) == 0 ? "-" : "";
            file.println(id(random.nextInt(STORES))
                    + ','
                    + (receipt + 1)
                    + ','
                    + soldAt.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                    + ','
                    + categories.get(random.nextInt(categories.size()))
                    + ','
                    + sign
                    + (1 + random.nextInt(YUAN))
                    + '.'
                    + String.format(Locale.ROOT, "%02d", random.nextInt(FEN_A_YUAN))
                    + ','
                    + (random.nextInt(ONE_IN_ONLINE) == 0 ? "online" : "store"));
        }
    }

    @Override
    public String registry() {
        return "stores";
    }

    @Override
    public void writeRegistry(PrintWriter file) {
        file.println("store_id,name,unit,valid_from");
        for (int store = 0; store < STORES; store++) {
            file.println(id(store) + ",Store " + store + ',' + townships.get(store % townships.size()) + ",2018-01-01");
        }
    }

    @Override
    public String shown() {
        return "SELECT sum(receipts) FROM pennant.retail_store_days";
    }

    private static String id(int store) {
        return String.format(Locale.ROOT, "91341200MB%08d", store);
    }
}
