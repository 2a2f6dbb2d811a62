package dev.pennant.wall.board;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The boards of a folder.
 *
 * @param inOrder those that can be shown, in the order walls rotate through them
 * @param refused what is wrong with the others: file and reason
 */
public record Boards(List<Board> inOrder, List<String> refused) {
    private static final Comparator<Board> ORDER =
            Comparator.comparingInt(Board::order).thenComparing(Board::uid);

    /**
     * Reads every {@code .json} file in a folder and its folders.
     *
     * @throws IOException when the folder cannot be read
     */
    public static Boards read(Path folder) throws IOException {
        List<Board> boards = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        List<Path> files = files(folder);
        for (Path file : files) {
            try {
                Board board = BoardReader.read(file, files.indexOf(file) + 1);
                if (boards.stream().anyMatch(other -> other.uid().equals(board.uid()))) {
                    throw new BoardException("another file has the uid " + board.uid() + " already");
                }
                boards.add(board);
            } catch (BoardException wrong) {
                refused.add(folder.relativize(file) + ": " + wrong.getMessage());
            }
        }
        boards.sort(ORDER);
        return new Boards(List.copyOf(boards), List.copyOf(refused));
    }

    /** The board of a uid. */
    public Optional<Board> board(String uid) {
        return inOrder.stream().filter(board -> board.uid().equals(uid)).findFirst();
    }

    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
