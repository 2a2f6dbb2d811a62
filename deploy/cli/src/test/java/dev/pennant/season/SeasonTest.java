package dev.pennant.season;

import static dev.pennant.season.KnownSeason.BOTH;
import static dev.pennant.season.KnownSeason.CATALOGUE;
import static dev.pennant.season.KnownSeason.COUNT;
import static dev.pennant.season.KnownSeason.DANGHU;
import static dev.pennant.season.KnownSeason.DESIGNATED;
import static dev.pennant.season.KnownSeason.EVENTS;
import static dev.pennant.season.KnownSeason.TRADE;
import static dev.pennant.season.KnownSeason.registrations;
import static dev.pennant.season.KnownSeason.reports;
import static dev.pennant.season.KnownSeason.revenue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.catalogue.Catalogue;
import dev.pennant.core.revenue.EnterpriseReport;
import dev.pennant.core.revenue.Registration;
import dev.pennant.season.BatchCount.Total;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

final class SeasonTest {
    private static final String KNOWN_SEASON = "14f512c68cdbc7581f3103c98ce68bb82965acaf40c031aedd918b406b177939";

    @Test
    void danghuEndsOnItsPublishedFiguresToTheFen() {
        Total all = revenue(DANGHU, "2020-10", BOTH);
        assertThat(all.current()).isEqualTo(1_435_500_000_000L);
        assertThat(all.growthInTenths()).isEqualTo(157);
        assertThat(all.expected()).isEqualTo(118);
        assertThat(all.isComplete()).isTrue();

        Total designated = revenue(DANGHU, "2020-10", DESIGNATED);
        assertThat(designated.current()).isEqualTo(984_300_000_000L);
        assertThat(designated.growthInTenths()).isEqualTo(347);
        assertThat(designated.expected()).isEqualTo(36);
        assertThat(designated.isComplete()).isTrue();

        Total trade = revenue(DANGHU, "2020-10", TRADE);
        assertThat(trade.current()).isEqualTo(451_200_000_000L);
        assertThat(trade.growthInTenths()).isEqualTo(-115);

        Total retail = COUNT.total(DANGHU, "2020-11", TRADE, EnterpriseReport::retailSales);
        assertThat(retail.current()).isEqualTo(208_800_000_000L);
        assertThat(retail.isComplete()).isTrue();
        assertThat(revenue(DANGHU, "2020-11", BOTH).isComplete()).isTrue();
    }

    @Test
    void aboutSixThousandEnterprisesReportFromAllTownships() {
        assertThat(COUNT.roster()).hasSizeBetween(5_900, 6_300);
        assertThat(EVENTS).hasSizeBetween(110_000, 150_000);
        assertThat(CATALOGUE.units().townships()).hasSize(72).allSatisfy(unit -> {
            assertThat(revenue(unit.code(), "2019-12", BOTH).reported()).isPositive();
            assertThat(revenue(unit.code(), "2020-11", BOTH).reported()).isPositive();
        });
    }

    @Test
    void everyEventSaysThatItIsMadeUp() {
        assertThat(reports()).allMatch(EnterpriseReport::synthetic);
        assertThat(registrations())
                .allMatch(Registration::synthetic)
                .allMatch(registration -> registration.name().contains("样本"))
                .allMatch(registration -> registration.enterpriseId().matches("00\\d{6}YB\\d{8}"));
        assertThat(EVENTS).allMatch(event -> event.owner().length() == 18);
    }

    @Test
    void isTheSameAtEveryCall() {
        assertThat(Season.ofEnterprises(Catalogue.shipped())).isEqualTo(EVENTS);
    }

    @Test
    void isTheSameUnderAnotherLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
            assertThat(Season.ofEnterprises(Catalogue.shipped())).isEqualTo(EVENTS);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void isTheSeasonThatIsKnown() throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        EVENTS.forEach(event -> digest.update(event.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(KNOWN_SEASON);
    }

    @Test
    void comesInTheOrderOfItsMomentsAndEndsBeforeDecemberIsDue() {
        assertThat(EVENTS).isSortedAccordingTo(Comparator.comparing(SeasonEvent::at));
        assertThat(EVENTS.get(0).at()).isAfter(Instant.parse("2019-01-01T00:00:00Z"));
        assertThat(EVENTS.get(EVENTS.size() - 1).at())
                .isBetween(Instant.parse("2020-12-18T00:00:00Z"), Instant.parse("2020-12-20T16:00:00Z"));
    }
}
