package dev.pennant.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShippedCatalogueTest {
    private final Catalogue catalogue = Catalogue.shipped();

    @Test
    void holdsTheSeventyTwoTownshipsOfJiaxing() {
        assertThat(catalogue.units().townships()).hasSize(72);
        assertThat(catalogue.units().lineage("330482001")).containsExactly("330482001", "330482", "3304");
        assertThat(catalogue.units().withCode("330482").orElseThrow().name()).isEqualTo("平湖市");
    }

    @Test
    void holdsTheThreeIndicatorsOfEnterpriseReports() {
        assertThat(catalogue.revenueIndicators())
                .extracting(indicator -> indicator.id())
                .containsExactly("service-revenue", "service-revenue-designated", "retail-above-quota");
    }

    @Test
    void holdsTheIndicatorsThatDepartmentsReport() {
        assertThat(catalogue.reportedIndicators())
                .doesNotHaveDuplicates()
                .extracting(indicator -> indicator.id())
                .contains("service-value-added", "service-tax-share", "building-occupancy", "public-rental-checked")
                .contains("service-tax", "high-tech-share", "waste-sorting-score", "kindness-points");
    }
}
