package dev.pennant.core.revenue;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The messages of a season in the order in which they were sent. Reports that give other figures under a revision already used are left
 * out: which of those stands is rightly decided by their order.
 *
 * @param messages as sent
 */
record Season(List<Message> messages) {
    /**
     * A message on its way.
     *
     * @param event what it says
     * @param copies how often it is sent in a row
     * @param arrival messages are read by this number, and of equal ones as they were sent
     * @param secondArrival the same for when they are read a second time
     */
    record Message(Event event, int copies, int arrival, int secondArrival) {}

    private record Revision(Statement statement, int number) {}

    private record Span(String enterprise, YearMonth validFrom) {}

    private record Partition(String enterprise, boolean isRegistry) {}

    Season {
        Set<Revision> used = new HashSet<>();
        messages = messages.stream()
                .filter(message ->
                        !(message.event() instanceof Event.Filed filed) || used.add(revision(filed.report())))
                .flatMap(message -> Collections.nCopies(message.copies(), message).stream())
                .toList();
    }

    List<Event> sent() {
        return messages.stream().map(Message::event).toList();
    }

    /** In any order in which only the registrations with the same key keep theirs. */
    List<Event> shuffled() {
        return events(reordered(messages, Message::arrival, message -> span(message.event())));
    }

    /** As a run reads them: the messages of each topic about one enterprise in their order, and those of others in between. */
    List<Message> read() {
        return reordered(messages, Message::arrival, message -> Optional.of(partition(message.event())));
    }

    /** As a restored run reads the rest again: in the same order within a partition, and maybe in another one between them. */
    static List<Message> readAgain(List<Message> rest) {
        return reordered(rest, Message::secondArrival, message -> Optional.of(partition(message.event())));
    }

    static List<Event> events(List<Message> messages) {
        return messages.stream().map(Message::event).toList();
    }

    /** Sorts, and then lets those with the same key take their places in the order in which they were. */
    private static List<Message> reordered(
            List<Message> messages, ToIntFunction<Message> arrival, Function<Message, Optional<?>> key) {
        Map<Object, Queue<Message>> inOrder = new HashMap<>();
        for (Message message : messages) {
            key.apply(message).ifPresent(same -> inOrder.computeIfAbsent(same, first -> new ArrayDeque<>())
                    .add(message));
        }
        List<Message> sorted = new ArrayList<>(messages);
        sorted.sort(Comparator.comparingInt(arrival));
        sorted.replaceAll(message ->
                key.apply(message).map(same -> inOrder.get(same).remove()).orElse(message));
        return sorted;
    }

    private static Revision revision(EnterpriseReport report) {
        return new Revision(new Statement(report.enterpriseId(), report.period()), report.revision());
    }

    private static Optional<Span> span(Event event) {
        if (event instanceof Event.Registered registered) {
            return Optional.of(
                    new Span(event.enterprise(), registered.registration().validFrom()));
        }
        return event instanceof Event.Withdrawn withdrawn
                ? Optional.of(new Span(withdrawn.enterprise(), withdrawn.validFrom()))
                : Optional.empty();
    }

    private static Partition partition(Event event) {
        return new Partition(event.enterprise(), !(event instanceof Event.Filed));
    }
}
