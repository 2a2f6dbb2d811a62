package dev.pennant.bench.plain;

import dev.pennant.core.period.ReportingHour;
import dev.pennant.schemas.event.RetailReceipt;

/** Receipts of a topic. */
final class DecodedSales extends DecodedEvents<RetailReceipt, Sale> {
    private static final long serialVersionUID = 1L;

    DecodedSales() {
        super(RetailReceipt.class, Sale.class);
    }

    @Override
    Sale of(RetailReceipt event) {
        Sale sale = new Sale();
        sale.store = event.getStoreId();
        sale.number = event.getReceiptNo();
        sale.category = event.getCategory();
        sale.hour = ReportingHour.of(event.getSoldAt().toEpochMilli());
        sale.fen = event.getAmount();
        return sale;
    }
}
