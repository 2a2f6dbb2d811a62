package dev.pennant.wall.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class HouseBoardsTest {
    @Test
    void everyBoardOfTheHouseCanBeShown() throws IOException {
        Boards boards = Boards.read(Path.of("../grafana/dashboards"));
        assertThat(boards.refused()).isEmpty();
        assertThat(boards.inOrder()).hasSizeGreaterThanOrEqualTo(8);
        for (Board board : boards.inOrder()) {
            assertThat(board.document().toString()).as(board.uid()).doesNotContain("SELECT ", "rawSql");
        }
    }
}
