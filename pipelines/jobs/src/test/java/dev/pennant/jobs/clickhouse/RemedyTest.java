package dev.pennant.jobs.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.DataTransferException;
import com.clickhouse.client.api.ServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.MalformedURLException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 159, 202, 203, 209, 210, 236, 241, 242, 252, 319, 394, 425, 722, 745, 762, 999})
    void whatComesBackByItselfIsTriedAgain(int code) {
        assertThat(Remedy.onCode(code)).isEqualTo(Remedy.RETRY);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 26, 27, 33, 38, 41, 53, 69, 70, 72, 117, 131, 190, 321, 349, 395, 407, 469, 565, 691})
    void whatIsInARowIsARejectedRow(int code) {
        assertThat(Remedy.onCode(code)).isEqualTo(Remedy.REJECT_ROWS);
    }

    @ParameterizedTest(name = "code {0}")
    @ValueSource(ints = {16, 47, 60, 62, 81, 115, 164, 192, 201, 243, 497, 516, 774, 0, -1, 1001, 123_456})
    void whatSomebodyMustPutRightFailsAtOnceAndSoDoesWhatNobodyKnows(int code) {
        assertThat(Remedy.onCode(code)).isEqualTo(Remedy.GIVE_UP);
    }

    @Test
    void aLostConnectionIsTriedAgainHoweverTheDriverWrapsIt() {
        assertThat(Remedy.on(wrapped(new ConnectException("refused")))).isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(wrapped(new UnknownHostException("clickhouse")))).isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new SQLException(new DataTransferException("cut", new SocketTimeoutException("Read")))))
                .isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new SQLException(new TimeoutException()))).isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new IOException("broken pipe"))).isEqualTo(Remedy.RETRY);
    }

    private static SQLException wrapped(Exception cause) {
        return new SQLException("Insert failed", "08000", new ConnectionInitiationException("Insert failed", cause));
    }

    @Test
    void theCodeOfTheDatabaseCountsWhereverItStandsInTheChain() {
        ServerException full = new ServerException(252, "Too many parts", 500, "q");

        assertThat(Remedy.on(full)).isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new SQLException(new RuntimeException(full)))).isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new SQLException(new ServerException(60, "No table", 404, "q"))))
                .isEqualTo(Remedy.GIVE_UP);
    }

    @Test
    void anAnswerWithoutACodeIsJudgedByItsHttpStatus() {
        assertThat(Remedy.on(new ServerException(0, "Service Unavailable", 503, "q")))
                .isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new ServerException(0, "Too Many Requests", 429, "q")))
                .isEqualTo(Remedy.RETRY);
        assertThat(Remedy.on(new ServerException(0, "This is the native port", 400, "q")))
                .isEqualTo(Remedy.GIVE_UP);
    }

    @Test
    void aWrongUrlAndAnUntrustedCertificateAreNotTriedAgain() {
        assertThat(Remedy.on(new SQLException(new MalformedURLException("x")))).isEqualTo(Remedy.GIVE_UP);
        assertThat(Remedy.on(new SQLException(new SSLHandshakeException("unknown authority"))))
                .isEqualTo(Remedy.GIVE_UP);
        assertThat(Remedy.on(new IllegalStateException("a defect"))).isEqualTo(Remedy.GIVE_UP);
    }

    @Test
    void theReasonIsWhatTheDatabaseSaidWithoutWhatChangesFromQueryToQuery() {
        ServerException refused = new ServerException(
                469, "Code: 469. DB::Exception: Constraint `positive` is violated (queryId= 27-89)", 500, "27-89");

        assertThat(InsertFailure.of(new SQLException("Insert failed", refused)))
                .hasMessage("Code: 469. DB::Exception: Constraint `positive` is violated");
        assertThat(InsertFailure.of(new SQLException(null, new IOException((String) null))))
                .hasMessage("java.io.IOException");
    }
}
