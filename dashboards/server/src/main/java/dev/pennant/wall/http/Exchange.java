package dev.pennant.wall.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** One request and what is sent for it. */
final class Exchange {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern COMMA = Pattern.compile(",");

    private final Request request;
    private final Response response;
    private final Callback callback;

    Exchange(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    Callback callback() {
        return callback;
    }

    /** Sends a page, or says that the browser has it already. */
    void send(Page page) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, page.type());
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, page.caching());
        response.getHeaders().put(HttpHeader.ETAG, page.tag());
        if (page.isCompressible()) {
            response.getHeaders().put(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());
        }
        if (isKnown(page.tag())) {
            response.setStatus(304);
            write(ByteBuffer.allocate(0));
            return;
        }
        boolean gzip = page.isCompressible() && takesGzip();
        if (gzip) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        response.setStatus(200);
        write(page.content(gzip));
    }

    /** Sends what went wrong. */
    void send(Problem problem) {
        response.setStatus(problem.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Page.JSON);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (problem.equals(Problem.ONLY_GET)) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        String body = JSON.createObjectNode().put("error", problem.sentence()).toString();
        write(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    private void write(ByteBuffer content) {
        if (response.getStatus() != 304) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.remaining());
        }
        boolean nothing = request.getMethod().equals("HEAD") || response.getStatus() == 304;
        response.write(true, nothing ? null : content, callback);
    }

    private boolean isKnown(String tag) {
        return request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .anyMatch(known -> known.equals(tag) || known.equals("*") || tag.equals("W/" + known));
    }

    private boolean takesGzip() {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(coding -> coding.equals("gzip") || coding.equals("*"));
    }

    /** Headers that make a browser load nothing from elsewhere, and nobody else show the pages as theirs. */
    static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
}
