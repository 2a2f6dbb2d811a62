package dev.pennant.season;

import java.util.ArrayList;
import java.util.List;

/** Scales enterprises' plausible figures so that they add up to a published one, to the fen. */
final class Fit {
    private Fit() {}

    /** The enterprises with revenues of both years that add up to the published ones. */
    static List<SampleEnterprise> revenue(List<SampleEnterprise> enterprises, PublishedFigures.OfScope published) {
        List<Books> books = enterprises.stream().map(SampleEnterprise::books).toList();
        long[] thisYear = LargestRemainder.split(
                published.revenue(),
                books.stream()
                        .mapToLong(book -> book.of2020().revenueThroughOctober())
                        .toArray());
        long[] lastYear = LargestRemainder.split(
                published.base(),
                books.stream()
                        .mapToLong(book -> book.of2019Restated().revenueThroughOctober())
                        .toArray());
        List<SampleEnterprise> fitted = new ArrayList<>();
        for (int index = 0; index < thisYear.length; index++) {
            fitted.add(enterprises.get(index).with(books.get(index).withRevenues(thisYear[index], lastYear[index])));
        }
        return fitted;
    }

    /** The enterprises with retail sales that add up to the published ones, nobody's above its revenue. */
    static List<SampleEnterprise> retail(List<SampleEnterprise> enterprises, long published) {
        List<Books> books = enterprises.stream().map(SampleEnterprise::books).toList();
        long[] retail = LargestRemainder.splitBelow(
                published,
                books.stream()
                        .mapToLong(book -> book.of2020().retailThroughNovember())
                        .toArray(),
                books.stream()
                        .mapToLong(book -> book.of2020().revenueThroughNovember())
                        .toArray());
        List<SampleEnterprise> fitted = new ArrayList<>();
        for (int index = 0; index < retail.length; index++) {
            fitted.add(enterprises.get(index).with(books.get(index).withRetail(retail[index])));
        }
        return fitted;
    }
}
