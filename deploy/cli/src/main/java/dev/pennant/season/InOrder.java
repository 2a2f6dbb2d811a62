package dev.pennant.season;

import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Two sequences in order as one; of equals the first sequence's comes first. */
final class InOrder<T> implements Iterator<T> {
    private final Ahead<T> first;
    private final Ahead<T> second;
    private final Comparator<? super T> order;

    InOrder(Iterator<T> first, Iterator<T> second, Comparator<? super T> order) {
        this.first = new Ahead<>(first);
        this.second = new Ahead<>(second);
        this.order = order;
    }

    @Override
    public boolean hasNext() {
        return first.next != null || second.next != null;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("both have ended");
        }
        boolean fromFirst = second.next == null || (first.next != null && order.compare(first.next, second.next) <= 0);
        return fromFirst ? first.take() : second.take();
    }

    /** A sequence of which the next element is known. */
    private static final class Ahead<T> {
        private final Iterator<T> rest;
        private T next;

        Ahead(Iterator<T> rest) {
            this.rest = rest;
            take();
        }

        T take() {
            T taken = next;
            next = rest.hasNext() ? rest.next() : null;
            return taken;
        }
    }
}
