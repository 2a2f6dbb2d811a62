package dev.pennant.season;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pennant.core.ReportingZone;
import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.catalogue.Unit;
import dev.pennant.core.filing.Verdict;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailRules;
import dev.pennant.core.retail.StoreRegistration;
import dev.pennant.season.SeasonEvent.Sold;
import dev.pennant.season.SeasonEvent.StoreRegistered;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Goes through the season of the stores once, and looks at what has come by. */
final class RetailSeasonTest {
    private static final String KNOWN_SEASON = "dfd8d9008e85659f4585d67b32b54a6595a5806a5672c9a088ba45b6553b262a";
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final RetailRules RULES = CATALOGUE.retailRules();

    private static final Map<String, List<StoreRegistered>> STORES = new HashMap<>();
    private static final Map<String, Instant> FIRST_SALE = new HashMap<>();
    private static final Map<YearMonth, Long> RECEIPTS_BY_MONTH = new TreeMap<>();
    private static final Set<String> REASONS = new HashSet<>();
    private static final Set<String> RECEIPTS = new HashSet<>();
    private static final Map<String, Set<LocalDate>> DAYS_WITH_SALES = new HashMap<>();

    private static final Map<String, NavigableMap<LocalDate, Long>> AMOUNTS = new HashMap<>();

    private static long count;
    private static long refunds;
    private static long refused;
    private static long later;
    private static long daysLate;
    private static long unknownCategories;
    private static boolean inOrder = true;
    private static Instant lastSale = Instant.MIN;
    private static String digest;

    @BeforeAll
    static void goThroughTheSeason() throws NoSuchAlgorithmException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        Instant before = Instant.MIN;
        Instant latestSale = Instant.MIN;
        for (Iterator<SeasonEvent> events = Season.ofStores(CATALOGUE); events.hasNext(); ) {
            SeasonEvent event = events.next();
            sha256.update(event.toString().getBytes(StandardCharsets.UTF_8));
            inOrder &= !event.at().isBefore(before);
            before = event.at();
            if (event instanceof StoreRegistered registered) {
                STORES.computeIfAbsent(event.owner(), store -> new ArrayList<>())
                        .add(registered);
            } else if (event instanceof Sold sold) {
                count++;
                if (RULES.judge(sold.receipt(), sold.at()) instanceof Verdict.Rejected<?> rejected) {
                    refused++;
                    rejected.rejections()
                            .forEach(rejection -> REASONS.add(rejection.reason().id()));
                    continue;
                }
                Instant soldAt = sold.receipt().soldAt();
                later += soldAt.isBefore(latestSale) ? 1 : 0;
                latestSale = soldAt.isAfter(latestSale) ? soldAt : latestSale;
                take(sold);
            }
        }
        lastSale = latestSale;
        digest = HexFormat.of().formatHex(sha256.digest());
    }

    private static void take(Sold sold) {
        LocalDate day = LocalDate.ofInstant(sold.receipt().soldAt(), ReportingZone.ZONE);
        if (RECEIPTS.add(sold.owner() + "|" + sold.receipt().receiptNo())) {
            AMOUNTS.computeIfAbsent(sold.owner(), store -> new TreeMap<>())
                    .merge(day, sold.receipt().amount().fen(), Long::sum);
        }
        FIRST_SALE.putIfAbsent(sold.owner(), sold.at());
        RECEIPTS_BY_MONTH.merge(YearMonth.from(day), 1L, Long::sum);
        DAYS_WITH_SALES
                .computeIfAbsent(sold.owner().substring(2, 11), unit -> new HashSet<>())
                .add(day);
        refunds += sold.receipt().amount().isNegative() ? 1 : 0;
        daysLate += Duration.between(sold.receipt().soldAt(), sold.at()).toDays() > 0 ? 1 : 0;
        RetailCategories categories = RULES.categories();
        boolean known = categories.all().stream()
                .anyMatch(category -> category.id().equals(sold.receipt().category()));
        unknownCategories += known ? 0 : 1;
    }

    @Test
    void aboutAMillionReceiptsComeFromAllTownships() {
        assertThat(count).isBetween(1_000_000L, 1_500_000L);
        assertThat(DAYS_WITH_SALES.keySet())
                .containsAll(
                        CATALOGUE.units().townships().stream().map(Unit::code).toList());
    }

    @Test
    void oneInAHundredComesTwiceAndTwoAreRefunds() {
        double of = count;
        assertThat((count - refused - RECEIPTS.size()) / of).isCloseTo(0.01, within(0.001));
        assertThat(refunds / of).isCloseTo(0.02, within(0.002));
    }

    @Test
    void receiptsComeOutOfOrderByMinutesAndAFewByDays() {
        assertThat(inOrder).isTrue();
        assertThat(later).isGreaterThan(count / 20);
        assertThat(daysLate).isBetween(100L, 2_000L);
    }

    @Test
    void tradeFellInFebruaryAndMarch2020AndRecovered() {
        double february = growth(2);
        double march = growth(3);
        assertThat(february).isLessThan(0.7);
        assertThat(march).isBetween(february, 0.9);
        assertThat(growth(10)).isBetween(1.0, 1.25);
    }

    @Test
    void aFewReceiptsCannotBeCountedEachForAnotherReason() {
        assertThat(refused).isEqualTo(5);
        assertThat(REASONS)
                .containsExactlyInAnyOrder(
                        "sold-too-long-ago", "zero-amount", "absurd-amount", "unknown-channel", "bad-id");
        assertThat(unknownCategories).isPositive();
    }

    @Test
    void everyRegistrationIsAcceptedAndMadeUp() {
        assertThat(STORES.values().stream().flatMap(List::stream)).allSatisfy(registered -> {
            assertThat(registered.registration().synthetic()).isTrue();
            assertThat(registered.registration().name()).contains("样本");
        });
        assertThat(STORES).hasSizeBetween(500, 700);
    }

    @Test
    void someStoresMoveSomeAreRegisteredLateAndOneNever() {
        assertThat(STORES.values().stream().filter(registrations -> registrations.size() == 2))
                .hasSize(7)
                .allSatisfy(registrations -> assertThat(registrations.stream()
                                .map(registered -> registered.registration().unit())
                                .distinct())
                        .hasSize(2));
        Set<String> late = FIRST_SALE.keySet().stream()
                .filter(STORES::containsKey)
                .filter(store -> STORES.get(store).get(0).at().isAfter(FIRST_SALE.get(store)))
                .collect(Collectors.toSet());
        assertThat(late).hasSizeBetween(3, 15);
        assertThat(FIRST_SALE.keySet().stream().filter(store -> !STORES.containsKey(store)))
                .hasSize(1);
    }

    @Test
    void noStoreIsMovedAfterItHasSoldUnderTheMove() {
        assertThat(STORES.values().stream().filter(registrations -> registrations.size() == 2))
                .allSatisfy(registrations -> {
                    StoreRegistered move = registrations.get(1);
                    Instant effective =
                            SalesCalendar.midnight(move.registration().validFrom());
                    assertThat(move.at()).isBefore(effective);
                });
    }

    @Test
    void theLastDayIsWholeInEveryHourAndOneTownshipHasNoYearBefore() {
        assertThat(lastSale).isAfterOrEqualTo(SeasonCalendar.END.minus(Duration.ofHours(1)));
        String newQuarter = CATALOGUE.units().townships().get(71).code();
        assertThat(DAYS_WITH_SALES.get(newQuarter)).allMatch(day -> day.getYear() == 2020);
        assertThat(DAYS_WITH_SALES.values())
                .filteredOn(days -> days.size() < 700)
                .hasSize(1);
    }

    @Test
    void danghuEndsOnTheFiguresThatTheDemonstrationShows() {
        assertThat(List.of(danghu(2020), danghu(2019))).containsExactly(3_479_651_231L, 3_535_674_925L);
    }

    @Test
    void isTheSeasonThatIsKnown() {
        assertThat(digest).isEqualTo(KNOWN_SEASON);
    }

    /** Sales less refunds in fen, from 1 January through 20 December, of stores that were in Danghu when they sold. */
    private static long danghu(int year) {
        long sum = 0;
        for (Map.Entry<String, NavigableMap<LocalDate, Long>> store : AMOUNTS.entrySet()) {
            for (Map.Entry<LocalDate, Long> sold : store.getValue()
                    .subMap(LocalDate.of(year, 1, 1), true, LocalDate.of(year, 12, 20), true)
                    .entrySet()) {
                sum += homeOf(store.getKey(), sold.getKey()).equals(KnownSeason.DANGHU) ? sold.getValue() : 0;
            }
        }
        return sum;
    }

    private static String homeOf(String store, LocalDate day) {
        return STORES.getOrDefault(store, List.of()).stream()
                .map(StoreRegistered::registration)
                .filter(registration -> !registration.validFrom().isAfter(day))
                .max(Comparator.comparing(StoreRegistration::validFrom))
                .map(StoreRegistration::unit)
                .orElse("");
    }

    private static double growth(int month) {
        return (double) RECEIPTS_BY_MONTH.get(YearMonth.of(2020, month))
                / RECEIPTS_BY_MONTH.get(YearMonth.of(2019, month));
    }
}
