package dev.pennant.jobs.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes connections on to a server, and spoils some of them in the way it is told to. */
final class UnreliableProxy implements AutoCloseable {
    /** What befalls a connection once a request of more than 100 000 bytes has begun on it. */
    enum Fault {
        /** It is reset in the middle of the request. */
        CUT_REQUEST,
        /** The request reaches the server whole; the answer never comes back. */
        LOSE_ANSWER,
        /** Nothing is passed on any more, and the connection stays open. */
        FALL_SILENT
    }

    private static final int LARGE_REQUEST = 100_000;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger faultsLeft;
    private final Fault fault;
    private final int server;

    UnreliableProxy(int server, Fault fault, int faults) throws IOException {
        this.server = server;
        this.fault = fault;
        this.faultsLeft = new AtomicInteger(faults);
        threads.execute(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    int faultsLeft() {
        return faultsLeft.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                connect(listener.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
            sockets.add(upstream);
            Connection connection = new Connection(client, upstream);
            threads.execute(connection::passRequests);
            threads.execute(connection::passAnswers);
        } catch (ConnectException serverIsAway) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private final class Connection {
        private final Socket client;
        private final Socket upstream;
        private volatile boolean spoiled;

        Connection(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void passRequests() {
            pass(client, upstream, true);
        }

        void passAnswers() {
            pass(upstream, client, false);
        }

        private void pass(Socket from, Socket to, boolean request) {
            byte[] buffer = new byte[16_384];
            long passed = 0;
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    passed += read;
                    if (request && passed > LARGE_REQUEST && !spoiled && faultsLeft.getAndDecrement() > 0) {
                        spoiled = true;
                    }
                    if (spoiled && !survives(request)) {
                        return;
                    }
                    if (!spoiled || fault == Fault.LOSE_ANSWER) {
                        out.write(buffer, 0, read);
                    }
                }
            } catch (IOException otherEndIsGone) {
                sockets.remove(from);
            }
        }

        private boolean survives(boolean request) {
            return switch (fault) {
                case CUT_REQUEST -> false;
                case LOSE_ANSWER -> request;
                case FALL_SILENT -> true;
            };
        }
    }

    static UnreliableProxy before(RealDatabase database, Fault fault, int faults) {
        try {
            return new UnreliableProxy(database.port(), fault, faults);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
