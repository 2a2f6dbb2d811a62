package dev.pennant.wall.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pennant.wall.board.Board;
import dev.pennant.wall.board.Boards;
import dev.pennant.wall.board.Choice;
import dev.pennant.wall.board.Option;
import dev.pennant.wall.board.Panel;
import dev.pennant.wall.board.Target;
import dev.pennant.wall.board.Variable;
import dev.pennant.wall.frame.Frames;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.SharedAnswers;
import dev.pennant.wall.sql.PanelQueries;
import dev.pennant.wall.sql.QueryException;
import dev.pennant.wall.sql.TitleText;
import dev.pennant.wall.variable.AskedException;
import dev.pennant.wall.variable.Choices;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Makes what the browser gets of the boards: their list, one of them, and the data of a panel. */
final class BoardPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SharedAnswers answers;
    private final RenderedPages rendered = new RenderedPages();

    BoardPages(SharedAnswers answers) {
        this.answers = answers;
    }

    /** That the wall is there, and whether its database is. */
    Page health(boolean database) throws IOException {
        return page(JSON.createObjectNode().put("status", "ok").put("database", database));
    }

    /** The boards in their order. */
    Page list(Boards boards) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (Board board : boards.inOrder()) {
            ObjectNode entry = list.addObject();
            entry.put("uid", board.uid());
            entry.put("title", board.title());
            entry.set("tags", JSON.valueToTree(board.tags()));
            entry.put("order", board.order());
        }
        return page(list);
    }

    /** A board with the values of its variables, and the titles that they give. */
    CompletableFuture<Page> board(Board board, Asked asked) throws AskedException {
        return new Choices(board, asked.variables(), asked.range(), answers::to)
                .all()
                .thenApply(choices -> made(
                        List.of(board.uid(), asked.variables()),
                        List.of(board, choices),
                        () -> page(shown(board, choices))));
    }

    /** The data of a panel. */
    CompletableFuture<Page> data(Board board, Panel panel, Asked asked) throws AskedException {
        PanelQueries queries = new PanelQueries(panel, asked.range(), asked.width());
        return new Choices(board, asked.variables(), asked.range(), answers::to)
                .neededBy(panel.targets().stream().map(Target::sql).toList())
                .thenCompose(choices -> {
                    try {
                        return data(panel, queries.expanded(choices));
                    } catch (QueryException wrong) {
                        throw new CompletionException(wrong);
                    }
                });
    }

    private CompletableFuture<Page> data(Panel panel, List<String> queries) {
        List<CompletableFuture<Answer>> asked =
                queries.stream().map(answers::to).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(done -> {
            List<Answer> told = asked.stream().map(CompletableFuture::join).toList();
            return made(List.of(panel, queries), told, () -> frames(panel, told));
        });
    }

    private Page made(Object key, Object madeOf, RenderedPages.Making making) {
        try {
            return rendered.page(key, madeOf, making);
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }

    private static Page frames(Panel panel, List<Answer> answers) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("results");
            for (int target = 0; target < answers.size(); target++) {
                json.writeObjectFieldStart(panel.targets().get(target).refId());
                json.writeArrayFieldStart("frames");
                Frames.write(panel.targets().get(target), answers.get(target), json);
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        return Page.revalidated(Page.JSON, bytes.toByteArray(), true);
    }

    private static ObjectNode shown(Board board, Map<String, Choice> choices) {
        ObjectNode document = board.document().deepCopy();
        for (JsonNode node : document.path("templating").path("list")) {
            Choice choice = choices.get(node.path("name").asText());
            if (choice != null && node instanceof ObjectNode variable) {
                fill(variable, choice);
            }
        }
        document.put("title", TitleText.of(board.title(), choices));
        title(document.path("panels"), choices);
        return document;
    }

    private static void title(JsonNode panels, Map<String, Choice> choices) {
        for (JsonNode node : panels) {
            if (node instanceof ObjectNode panel && panel.has("title")) {
                panel.put("title", TitleText.of(panel.path("title").asText(), choices));
            }
            title(node.path("panels"), choices);
        }
    }

    private static void fill(ObjectNode variable, Choice choice) {
        ArrayNode options = variable.putArray("options");
        if (choice.variable().includeAll()) {
            option(options.addObject(), new Option(Choice.ALL_TEXT, Variable.ALL))
                    .put("selected", choice.all());
        }
        for (Option option : choice.options()) {
            option(options.addObject(), option)
                    .put("selected", !choice.all() && choice.chosen().contains(option));
        }
        ObjectNode current = variable.putObject("current");
        List<Option> chosen =
                choice.all() ? List.of(new Option(Choice.ALL_TEXT, Variable.ALL)) : new ArrayList<>(choice.chosen());
        if (choice.variable().multi()) {
            current.set(
                    "text", JSON.valueToTree(chosen.stream().map(Option::text).toList()));
            current.set(
                    "value", JSON.valueToTree(chosen.stream().map(Option::value).toList()));
        } else {
            option(current, chosen.isEmpty() ? new Option("", "") : chosen.get(0));
        }
    }

    private static ObjectNode option(ObjectNode node, Option option) {
        return node.put("text", option.text()).put("value", option.value());
    }

    private static Page page(JsonNode json) throws IOException {
        return Page.revalidated(Page.JSON, JSON.writeValueAsBytes(json), true);
    }
}
