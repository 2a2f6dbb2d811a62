package dev.pennant.jobs.alerts.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pennant.core.alerts.Parcel;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Carries parcels to receivers, and says whether they were taken. What it says never holds an address, a token or a signature. */
final class Courier {
    private static final String ALERTMANAGER_PATH = "/api/v2/alerts";
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final HttpClient client;
    private final Map<String, String> environment;

    /** What became of a parcel: nothing to complain about, or why it was not taken. */
    record Outcome(boolean isTaken, String complaint) {}

    Courier(HttpClient client, Map<String, String> environment) {
        this.client = client;
        this.environment = environment;
    }

    /** Carries a parcel; never fails, but says so. */
    CompletableFuture<Outcome> carry(Channel channel, Parcel parcel, Instant now) {
        HttpRequest request;
        try {
            request = request(channel, parcel, now);
        } catch (IOException absent) {
            return CompletableFuture.completedFuture(new Outcome(false, absent.getMessage()));
        } catch (IllegalArgumentException noAddress) {
            return CompletableFuture.completedFuture(new Outcome(false, "the address is none that can be called"));
        }
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .handle((response, failure) -> failure == null
                        ? outcome(channel, response)
                        : new Outcome(false, rootOf(failure).getClass().getSimpleName()));
    }

    private HttpRequest request(Channel channel, Parcel parcel, Instant now) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(channel, now))
                .timeout(channel.timeout())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", parcel.key())
                .POST(HttpRequest.BodyPublishers.ofString(MessageBodies.of(channel, parcel)));
        if (channel.token() != null) {
            request.header("Authorization", "Bearer " + channel.token().reveal(environment));
        }
        return request.build();
    }

    private URI address(Channel channel, Instant now) throws IOException {
        String address = channel.address().reveal(environment);
        if (channel.kind() == Channel.Kind.ALERTMANAGER) {
            return URI.create(address.replaceAll("/+$", "") + ALERTMANAGER_PATH);
        }
        if (channel.kind() == Channel.Kind.DINGTALK && channel.signing() != null) {
            long millis = now.toEpochMilli();
            return URI.create(address + (address.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign="
                    + sign(millis, channel.signing().reveal(environment)));
        }
        return URI.create(address);
    }

    /** As DingTalk asks for it: HMAC-SHA256 of the time, a line feed and the secret, by the secret; in base 64, and that for a URL. */
    static String sign(long millis, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signature = mac.doFinal((millis + "\n" + secret).getBytes(StandardCharsets.UTF_8));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Outcome outcome(Channel channel, HttpResponse<String> response) {
        if (response.statusCode() < OK || response.statusCode() >= REDIRECTED) {
            return new Outcome(false, "HTTP status " + response.statusCode());
        }
        boolean isRobot = channel.kind() == Channel.Kind.WECOM || channel.kind() == Channel.Kind.DINGTALK;
        int errorCode = isRobot ? errorCode(response.body()) : 0;
        return errorCode == 0 ? new Outcome(true, "") : new Outcome(false, "errcode " + errorCode);
    }

    /** A robot answers with status 200 also where it takes nothing, and says in its JSON why; -1 where that cannot be read. */
    private static int errorCode(String body) {
        try (JsonParser json = new JsonFactory().createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals("errcode")) {
                    return json.nextIntValue(-1);
                }
            }
            return -1;
        } catch (IOException noJson) {
            return -1;
        }
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
