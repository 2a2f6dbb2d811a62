package dev.pennant.wall.variable;

import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Option;
import dev.pennant.wall.board.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which of a variable's options are chosen: what the address says, else what the author says, else the first. */
final class Selection {
    private static final int LONGEST_TEXT = 200;

    private Selection() {}

    /**
     * The choice among options.
     *
     * @param asked what the address says; nothing where it says nothing
     * @throws AskedException when the address asks for what is no option
     */
    static Choice of(Variable variable, List<Option> options, List<String> asked) throws AskedException {
        List<String> values = variable.fromAddress() ? asked : List.of();
        if (variable.kind() == Variable.Kind.TEXT) {
            return text(variable, values);
        }
        if (values.size() > 1 && !variable.multi()) {
            throw new AskedException("变量 " + variable.name() + " 只能取一个值");
        }
        if (variable.includeAll() && values.contains(Variable.ALL)) {
            return new Choice(variable, options, options, true);
        }
        List<Option> chosen = new ArrayList<>();
        for (String value : values) {
            chosen.add(find(options, value)
                    .orElseThrow(() -> new AskedException("变量 " + variable.name() + " 没有这个取值：" + shown(value))));
        }
        return chosen.isEmpty() ? initial(variable, options) : new Choice(variable, options, chosen, false);
    }

    private static Choice text(Variable variable, List<String> values) throws AskedException {
        if (values.size() > 1 || values.stream().anyMatch(value -> value.length() > LONGEST_TEXT)) {
            throw new AskedException("变量 " + variable.name() + " 只能取一个值，不超过 " + LONGEST_TEXT + " 个字");
        }
        String value = !values.isEmpty()
                ? values.get(0)
                : variable.initial().isEmpty() ? "" : variable.initial().get(0);
        List<Option> only = List.of(new Option(value, value));
        return new Choice(variable, only, only, false);
    }

    private static Choice initial(Variable variable, List<Option> options) {
        if (variable.includeAll() && variable.initial().contains(Variable.ALL)) {
            return new Choice(variable, options, options, true);
        }
        List<Option> chosen = variable.initial().stream()
                .map(value -> find(options, value))
                .flatMap(Optional::stream)
                .toList();
        return new Choice(variable, options, chosen.isEmpty() ? first(options) : chosen, false);
    }

    private static List<Option> first(List<Option> options) {
        return options.isEmpty() ? List.of() : options.subList(0, 1);
    }

    private static Optional<Option> find(List<Option> options, String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }
}
