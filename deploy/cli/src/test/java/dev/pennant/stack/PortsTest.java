package dev.pennant.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portsKeepTheirDistancesFromTheBase() {
        Ports ports = new Ports(9000);

        assertThat(ports.wall()).isEqualTo(9080);
        assertThat(ports.flinkWeb()).isEqualTo(9081);
        assertThat(ports.kafka()).isEqualTo(9092);
        assertThat(ports.kafkaController()).isEqualTo(9093);
        assertThat(ports.clickHouseHttp()).isEqualTo(9123);
        assertThat(ports.clickHouseNative()).isEqualTo(9124);
    }

    @Test
    void aTakenPortIsNamedTogetherWithWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort() - 80);

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StackException.class)
                    .hasMessage(
                            "Port " + taken.getLocalPort()
                                    + " (the wall) is taken: stop what listens there, or choose other ports with --port-base N.");
        }
    }

    @Test
    void theNextFreePortsPassOverABaseOfWhichOneIsTaken() throws Exception {
        Ports ports = FreePortBase.find();
        try (ServerSocket taken = new ServerSocket(ports.base() + 200 + 124, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(ports.nextFree().base()).isGreaterThanOrEqualTo(ports.base() + 400);
            assertThat((ports.nextFree().base() - ports.base()) % 200).isZero();
        }
    }

    @Test
    void whereNoPortsAreLeftThereAreNoneNext() {
        assertThatThrownBy(new Ports(65_300)::nextFree)
                .isInstanceOf(StackException.class)
                .hasMessage("No ports are free above those of the base 65300.");
    }

    @Test
    void aBaseBeyondThePortsThatThereAreIsRefused() {
        assertThatThrownBy(() -> new Ports(65_500))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("from 1 to 65411, not 65500");
        assertThatThrownBy(() -> new Ports(0)).isInstanceOf(StackException.class);
    }
}
