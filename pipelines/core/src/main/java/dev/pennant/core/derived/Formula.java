package dev.pennant.core.derived;

import dev.pennant.core.Quotation;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an indicator is made of others, as the catalogue spells it: {@code share(part, whole)}, {@code difference(from, what)} or {@code
 * improved(one, another, …)}.
 *
 * @param operation what is done
 * @param inputs ids of the indicators it is done with, in their order
 */
public record Formula(Operation operation, List<String> inputs) implements Serializable {
    private static final Pattern CALL = Pattern.compile("([a-z]+)\\(([a-z0-9-]+(?:, [a-z0-9-]+)*)\\)");
    private static final String SEPARATOR = ", ";

    /** @throws IllegalArgumentException when the operation does not take so many inputs, or one stands twice */
    public Formula {
        inputs = List.copyOf(inputs);
        if (operation != Operation.IMPROVED && inputs.size() != 2) {
            throw new IllegalArgumentException(
                    "a " + operation.id() + " is made of two indicators, not of " + inputs.size());
        }
        if (new HashSet<>(inputs).size() < inputs.size()) {
            throw new IllegalArgumentException("an indicator stands in it twice");
        }
    }

    /**
     * Reads the spelling of the catalogue.
     *
     * @throws IllegalArgumentException when it is no formula
     */
    public static Formula parse(String text) {
        Matcher call = CALL.matcher(text);
        if (!call.matches()) {
            throw new IllegalArgumentException(Quotation.of(text)
                    + " is no formula like share(part, whole), difference(from, what) or improved(one, another)");
        }
        return new Formula(Operation.of(call.group(1)), List.of(call.group(2).split(SEPARATOR, -1)));
    }

    /** As the catalogue spells it. */
    @Override
    public String toString() {
        return operation.id() + "(" + String.join(SEPARATOR, inputs) + ")";
    }

    /** What is done with the inputs. */
    public enum Operation {
        /** The first over the second; in hundredths where the measure is percent. */
        SHARE("share"),
        /** The first less the second. */
        DIFFERENCE("difference"),
        /** How many moved the right way against their own base, each in its own direction. */
        IMPROVED("improved");

        private final String id;

        Operation(String id) {
            this.id = id;
        }

        /** The spelling in the catalogue. */
        public String id() {
            return id;
        }

        private static Operation of(String id) {
            return Arrays.stream(values())
                    .filter(operation -> operation.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            Quotation.of(id) + " is not done with indicators; there are share, difference, improved"));
        }
    }
}
