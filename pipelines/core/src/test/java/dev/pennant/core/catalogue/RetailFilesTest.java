package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pennant.core.indicator.Money;
import dev.pennant.core.retail.ReceiptLimits;
import dev.pennant.core.retail.RetailCategories;
import dev.pennant.core.retail.RetailCategory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailFilesTest {
    private static final String LIMITS =
            """
            earliest_day: 2015-01-01
            largest_amount_yuan: 10000000
            clock_tolerance_hours: 24
            basis:
              assumed: 界限
            """;

    private final List<CatalogueProblem> problems = new ArrayList<>();

    @Test
    void theShippedFilesHaveTwentyCategoriesAndNoMistake() {
        assertThat(Catalogue.shipped().categories().size()).isEqualTo(20);
        assertThat(Catalogue.shipped().receiptLimits().largestAmount()).isEqualTo(Money.ofYuan("10000000"));
    }

    @Test
    void aGoodFileOfCategoriesIsReadInItsOrder() {
        assertThat(categories("id,name\nfood,食品\nother,其他\n"))
                .contains(new RetailCategories(
                        List.of(new RetailCategory("food", "食品"), new RetailCategory("other", "其他"))));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "food,食品 | 0 | the last category has to be 'other'",
                "other,其他;food,食品 | 0 | the last category has to be 'other'",
                "food,食品;food,食物;other,其他 | 3 | id 'food' stands here a second time",
                "Food,食品;other,其他 | 2 | id 'Food': an id has small letters, digits and single hyphens",
                "food,;other,其他 | 2 | 'name' needs a value",
            })
    void aMistakeInTheCategoriesIsNamedWithItsLine(String rows, int line, String reason) {
        assertThat(categories("id,name\n" + rows.replace(';', '\n') + "\n")).isEmpty();
        assertThat(problems).contains(new CatalogueProblem("retail-categories.csv", line, reason));
    }

    @Test
    void aGoodFileOfLimitsIsReadAsItStands() {
        assertThat(limits(LIMITS))
                .contains(new ReceiptLimits(LocalDate.of(2015, 1, 1), Money.ofYuan("10000000"), Duration.ofHours(24)));
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2015-01-01 | 1999-12-31 | 1 | 'earliest_day: 1999-12-31': receipts are counted from 2000-01-01 on at the earliest",
                "2015-01-01 | 2015-01 | 1 | 'earliest_day: 2015-01': '2015-01' is not a day like 2020-10-07",
                "10000000 | 0 | 2 | 'largest_amount_yuan: 0': an amount above zero is expected",
                "24 | a day | 3 | 'clock_tolerance_hours: a day': a whole number of at most six digits is expected",
            })
    void aMistakeInTheLimitsIsNamedWithItsLine(String right, String wrong, int line, String reason) {
        assertThat(limits(LIMITS.replace(right, wrong))).isEmpty();
        assertThat(problems).containsExactly(new CatalogueProblem("receipt-limits.yaml", line, reason));
    }

    private Optional<RetailCategories> categories(String content) {
        return text("retail-categories.csv", content).flatMap(text -> RetailCategoriesFile.read(text, problems));
    }

    private Optional<ReceiptLimits> limits(String content) {
        return text("receipt-limits.yaml", content).flatMap(text -> ReceiptLimitsFile.read(text, problems));
    }

    private Optional<CatalogueText> text(String name, String content) {
        return CatalogueText.decode(name, content.getBytes(StandardCharsets.UTF_8), problems);
    }
}
