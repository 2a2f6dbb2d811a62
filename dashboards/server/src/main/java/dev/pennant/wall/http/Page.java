package dev.pennant.wall.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Something to be sent, made once for all who ask: plain, compressed, and with a tag by which a browser knows it again. */
final class Page {
    static final String JSON = "application/json; charset=utf-8";

    private static final int WORTH_COMPRESSING = 600;
    private static final int TAG_BYTES = 12;

    private final String type;
    private final String caching;
    private final String tag;
    private final ByteBuffer plain;
    private final ByteBuffer compressed;

    private Page(String type, String caching, byte[] content, boolean compressible) {
        this.type = type;
        this.caching = caching;
        this.tag = "W/\"" + digest(content) + "\"";
        this.plain = ByteBuffer.wrap(content).asReadOnlyBuffer();
        this.compressed = compressible && content.length >= WORTH_COMPRESSING
                ? ByteBuffer.wrap(gzip(content)).asReadOnlyBuffer()
                : null;
    }

    /** What a browser asks for again every time, and gets if it has changed. */
    static Page revalidated(String type, byte[] content, boolean compressible) {
        return new Page(type, "no-cache", content, compressible);
    }

    /** What never changes under its name. */
    static Page lasting(String type, byte[] content, boolean compressible) {
        return new Page(type, "public, max-age=31536000, immutable", content, compressible);
    }

    String type() {
        return type;
    }

    String caching() {
        return caching;
    }

    String tag() {
        return tag;
    }

    boolean isCompressible() {
        return compressed != null;
    }

    ByteBuffer content(boolean gzip) {
        return (gzip && compressed != null ? compressed : plain).duplicate();
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
