package dev.pennant.core.catalogue;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A catalogue file as text.
 *
 * @param file its name
 * @param content without a byte order mark
 */
record CatalogueText(String file, String content) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Reads UTF-8, with or without a byte order mark; anything else is reported with the line where it stops to be that, and gives nothing. */
    static Optional<CatalogueText> decode(String file, byte[] bytes, List<CatalogueProblem> problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        String content = out.flip().toString();
        if (result.isError()) {
            problems.add(new CatalogueProblem(
                    file, lineAt(content, content.length()), "this is not UTF-8; save the file in that encoding"));
            return Optional.empty();
        }
        return Optional.of(new CatalogueText(
                file, content.startsWith(BYTE_ORDER_MARK) ? content.substring(BYTE_ORDER_MARK.length()) : content));
    }

    boolean isBlank() {
        return content.isBlank();
    }

    /** The line, from 1, of the character with the given index. */
    int lineAt(int index) {
        return lineAt(content, index);
    }

    void problem(int line, String reason, List<CatalogueProblem> problems) {
        problems.add(new CatalogueProblem(file, line, reason));
    }

    private static int lineAt(String text, int index) {
        return 1
                + (int) text.substring(0, index)
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }
}
