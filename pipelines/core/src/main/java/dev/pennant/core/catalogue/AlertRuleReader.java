package dev.pennant.core.catalogue;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rules for alerts, and names every mistake in them by file and line. */
public final class AlertRuleReader implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AlertRuleNames names;

    /** @param catalogue what rules can be about */
    public AlertRuleReader(Catalogue catalogue) {
        this.names = AlertRuleNames.of(catalogue.units().all(), catalogue.indicators(), catalogue.competitions());
    }

    /**
     * The rules of a file.
     *
     * @throws InvalidCatalogueException when it has a mistake
     * @throws IOException when it cannot be read
     */
    public List<WrittenRule> file(Path file) throws IOException {
        List<CatalogueProblem> problems = new ArrayList<>();
        List<WrittenRule> rules = CatalogueText.decode(file.toString(), Files.readAllBytes(file), problems)
                .map(text -> AlertRulesFile.read(text, names, problems))
                .orElse(List.of());
        refuse(problems);
        return rules;
    }

    /**
     * One rule, as {@link WrittenRule#text} has it.
     *
     * @throws InvalidCatalogueException when it has a mistake
     */
    public WrittenRule rule(String yaml) {
        List<CatalogueProblem> problems = new ArrayList<>();
        Optional<WrittenRule> rule = CatalogueText.decode("rule", yaml.getBytes(StandardCharsets.UTF_8), problems)
                .flatMap(text -> YamlMapping.of(text, problems))
                .flatMap(entry -> AlertRulesFile.rule(entry, names, problems));
        refuse(problems);
        return rule.orElseThrow();
    }

    private static void refuse(List<CatalogueProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidCatalogueException(problems);
        }
    }
}
