package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextEncodingTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = "name,unit\n当湖街道规上企业,330482001\n";

    @TempDir
    private Path folder;

    @Test
    void validUtf8IsUtf8() throws IOException {
        assertThat(TextEncoding.detect(file(TEXT.getBytes(UTF_8)))).hasToString("UTF-8");
        assertThat(TextEncoding.detect(file("name,unit\n".getBytes(UTF_8)))).hasToString("UTF-8");
    }

    @Test
    void aByteOrderMarkIsSeen() throws IOException {
        assertThat(TextEncoding.detect(file(("\ufeff" + TEXT).getBytes(UTF_8))))
                .isEqualTo(new TextEncoding(UTF_8, true))
                .hasToString("UTF-8 with byte order mark");
    }

    @Test
    void whatIsNotUtf8ButValidGb18030IsGb18030() throws IOException {
        assertThat(TextEncoding.detect(file(TEXT.getBytes(GB18030)))).hasToString("GB18030");
        assertThat(TextEncoding.detect(file("平湖𠮷".getBytes(GB18030)))).hasToString("GB18030");
    }

    @Test
    void theWholeFileDecides() throws IOException {
        String long1 = "a,b\n".repeat(100_000);
        assertThat(TextEncoding.detect(file((long1 + "当湖").getBytes(UTF_8)))).hasToString("UTF-8");
        assertThat(TextEncoding.detect(file((long1 + "当湖").getBytes(GB18030)))).hasToString("GB18030");
    }

    @Test
    void aCharacterAcrossTheEndOfABlockIsWhole() throws IOException {
        for (int padding = 65_530; padding < 65_540; padding++) {
            String text = "a".repeat(padding) + "当湖𠮷";
            assertThat(TextEncoding.detect(file(text.getBytes(UTF_8)))).hasToString("UTF-8");
            assertThat(TextEncoding.detect(file(text.getBytes(GB18030)))).hasToString("GB18030");
        }
    }

    @Test
    void whatIsNeitherIsRefusedWithTheByteAndTheLine() throws IOException {
        Path file = file(join("name,unit\r\n平湖\r\n".getBytes(UTF_8), new byte[] {'x', (byte) 0xff, 'y'}));

        assertThatThrownBy(() -> TextEncoding.detect(file))
                .isInstanceOf(RefusedFileException.class)
                .hasMessageStartingWith(
                        file + ": it is neither UTF-8 (see byte 20, line 3) nor GB18030 (see byte 20, line 3)")
                .hasMessageContaining("--encoding");
    }

    @Test
    void aCharacterCutOffAtTheEndIsRefused() throws IOException {
        byte[] whole = "平湖".getBytes(UTF_8);
        Path file = file(join("\ufeff".getBytes(UTF_8), whole, new byte[] {whole[0], whole[1]}));

        assertThatThrownBy(() -> TextEncoding.detect(file))
                .hasMessage(file + ": it begins with the mark of UTF-8 but is not UTF-8 at byte 9, line 1");
    }

    @Test
    void utf16IsRefusedWithAdviceAndReadWhenNamed() throws IOException {
        Path marked = file(("\ufeff" + TEXT).getBytes(UTF_16LE));
        Path unmarked = file(TEXT.getBytes(UTF_16LE));

        assertThatThrownBy(() -> TextEncoding.detect(marked)).hasMessageContaining("save it as 'CSV UTF-8'");
        assertThatThrownBy(() -> TextEncoding.detect(unmarked)).hasMessageContaining("--encoding");
        assertThat(TextEncoding.named(marked, StandardCharsets.UTF_16)).hasToString("UTF-16");
    }

    @Test
    void aNamedEncodingMustFitTheWholeFile() throws IOException {
        Path file = file(TEXT.getBytes(GB18030));

        assertThat(TextEncoding.named(file, GB18030)).hasToString("GB18030");
        assertThatThrownBy(() -> TextEncoding.named(file, UTF_8))
                .hasMessage(file + ": it is not UTF-8 at byte 10, line 2");
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "text", ".csv"), content);
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.write(part);
        }
        return whole.toByteArray();
    }
}
