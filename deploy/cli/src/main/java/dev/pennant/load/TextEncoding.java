package dev.pennant.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * How the bytes of a text file are read as characters. Every byte is decoded strictly before the first row is taken: a file with a
 * character that means nothing is refused as a whole rather than imported with gaps.
 *
 * @param charset the encoding
 * @param byteOrderMark whether the file begins with the mark of that encoding
 */
public record TextEncoding(Charset charset, boolean byteOrderMark) {
    /** What Chinese offices save when they do not save UTF-8; GBK and GB 2312 are within it. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int BLOCK = 1 << 16;
    private static final String UTF_8_MARK = "efbbbf";
    private static final List<String> UTF_16_AND_32_MARKS = List.of("fffe", "feff", "0000feff");

    /**
     * Finds out by decoding the whole file: valid UTF-8 is UTF-8, otherwise valid GB18030 is GB18030.
     *
     * @throws RefusedFileException when it is neither, or UTF-16 or UTF-32
     */
    public static TextEncoding detect(Path file) throws IOException {
        byte[] start = firstBlock(file);
        String mark = HexFormat.of().formatHex(start, 0, Math.min(4, start.length));
        if (UTF_16_AND_32_MARKS.stream().anyMatch(mark::startsWith) || containsZero(start)) {
            throw new RefusedFileException(
                    file,
                    "it is UTF-16 or UTF-32 text, or no text at all; save it as 'CSV UTF-8' or name it with --encoding");
        }
        boolean marked = mark.startsWith(UTF_8_MARK);
        OptionalLong notUtf8 = firstUndecodable(file, UTF_8);
        if (notUtf8.isEmpty()) {
            return new TextEncoding(UTF_8, marked);
        }
        if (marked) {
            throw new RefusedFileException(
                    file, "it begins with the mark of UTF-8 but is not UTF-8 at " + place(file, notUtf8.getAsLong()));
        }
        OptionalLong notGb18030 = firstUndecodable(file, GB18030);
        if (notGb18030.isEmpty()) {
            return new TextEncoding(GB18030, false);
        }
        throw new RefusedFileException(
                file,
                "it is neither UTF-8 (see " + place(file, notUtf8.getAsLong()) + ") nor GB18030 (see "
                        + place(file, notGb18030.getAsLong())
                        + "); save it as 'CSV UTF-8' or name its encoding with --encoding");
    }

    /**
     * Checks that the whole file decodes in an encoding that someone named.
     *
     * @throws RefusedFileException when it does not
     */
    public static TextEncoding named(Path file, Charset charset) throws IOException {
        OptionalLong undecodable = firstUndecodable(file, charset);
        if (undecodable.isPresent()) {
            throw new RefusedFileException(
                    file, "it is not " + charset.name() + " at " + place(file, undecodable.getAsLong()));
        }
        return new TextEncoding(
                charset,
                charset.equals(UTF_8)
                        && HexFormat.of().formatHex(firstBlock(file)).startsWith(UTF_8_MARK));
    }

    CharsetDecoder decoder() {
        return strictDecoder(charset);
    }

    /** For people: {@code UTF-8 with byte order mark}. */
    @Override
    public String toString() {
        return charset.name() + (byteOrderMark ? " with byte order mark" : "");
    }

    private static CharsetDecoder strictDecoder(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static OptionalLong firstUndecodable(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = strictDecoder(charset);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
        CharBuffer characters = CharBuffer.allocate(BLOCK);
        long offset = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result;
                do {
                    characters.clear();
                    result = decoder.decode(bytes, characters, end);
                } while (result.isOverflow());
                offset += bytes.position();
                if (result.isError()) {
                    return OptionalLong.of(offset);
                }
                bytes.compact();
            }
        }
        return OptionalLong.empty();
    }

    /** Line ends are LF, CR LF or CR alone, as the reader of the rows counts them; none of them is part of a longer GB18030 character. */
    private static String place(Path file, long offset) throws IOException {
        long line = 1;
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BLOCK)) {
            int last = 0;
            for (long position = 0; position < offset; position++) {
                int next = bytes.read();
                if (next == '\r' || (next == '\n' && last != '\r')) {
                    line++;
                }
                last = next;
            }
        }
        return "byte " + offset + ", line " + line;
    }

    private static byte[] firstBlock(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return bytes.readNBytes(BLOCK);
        }
    }

    private static boolean containsZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }
}
