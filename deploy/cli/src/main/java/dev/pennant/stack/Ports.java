package dev.pennant.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The ports of one local stack, all at fixed distances from a base, so that stacks with bases 200 apart never meet. Everything
 * listens on the loopback address only.
 *
 * @param base the number that the others are counted from, 1 to 65411
 */
public record Ports(int base) {
    /** The base that {@code --port-base} has where nothing else is said. */
    public static final int DEFAULT_BASE = 8000;

    /** Where everything listens. */
    static final String LOOPBACK = "127.0.0.1";

    private static final int NATIVE_DISTANCE = 124;
    private static final int LARGEST_PORT = 65_535;

    /** How far the bases of two stacks have to be apart. */
    private static final int DISTANCE = 200;

    public Ports {
        if (base < 1 || base + NATIVE_DISTANCE > LARGEST_PORT) {
            throw new StackException(
                    "A port base is a number from 1 to " + (LARGEST_PORT - NATIVE_DISTANCE) + ", not " + base + ".");
        }
    }

    public int wall() {
        return base + 80;
    }

    public int flinkWeb() {
        return base + 81;
    }

    public int kafka() {
        return base + 92;
    }

    public int kafkaController() {
        return base + 93;
    }

    public int clickHouseHttp() {
        return base + 123;
    }

    public int clickHouseNative() {
        return base + NATIVE_DISTANCE;
    }

    /** Where Kafka's clients start. */
    public String bootstrapServers() {
        return LOOPBACK + ":" + kafka();
    }

    /** The wall, as a browser on this machine opens it. */
    public URI wallUri() {
        return URI.create("http://localhost:" + wall());
    }

    /** Flink's web UI and REST API. */
    public URI flinkUri() {
        return URI.create("http://" + LOOPBACK + ":" + flinkWeb());
    }

    /** ClickHouse's HTTP interface. */
    public URI clickHouseUri() {
        return URI.create("http://" + LOOPBACK + ":" + clickHouseHttp());
    }

    /**
     * Makes sure that nobody listens on any of them.
     *
     * @throws StackException naming the first port that is taken, and what to do
     */
    public void requireFree() {
        byPart().forEach(Ports::requireFree);
    }

    /**
     * The next ports of which none is taken.
     *
     * @throws StackException when there are none
     */
    public Ports nextFree() {
        for (int next = base + DISTANCE; next + NATIVE_DISTANCE <= LARGEST_PORT; next += DISTANCE) {
            Ports ports = new Ports(next);
            if (ports.areFree()) {
                return ports;
            }
        }
        throw new StackException("No ports are free above those of the base " + base + ".");
    }

    private boolean areFree() {
        try {
            requireFree();
            return true;
        } catch (StackException taken) {
            return false;
        }
    }

    private Map<String, Integer> byPart() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("the wall", wall());
        ports.put("Flink's web UI", flinkWeb());
        ports.put("Kafka", kafka());
        ports.put("Kafka's controller", kafkaController());
        ports.put("ClickHouse over HTTP", clickHouseHttp());
        ports.put("ClickHouse's native protocol", clickHouseNative());
        return ports;
    }

    /**
     * Makes sure that nobody listens on one port.
     *
     * @param part who is to listen on it
     * @throws StackException when it is taken, with what to do
     */
    public static void requireFree(String part, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new StackException(
                    "Port " + port + " (" + part
                            + ") is taken: stop what listens there, or choose other ports with --port-base N.",
                    taken);
        }
    }
}
