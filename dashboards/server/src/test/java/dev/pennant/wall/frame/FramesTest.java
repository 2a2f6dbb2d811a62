package dev.pennant.wall.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pennant.wall.board.Target;
import dev.pennant.wall.board.Target.Format;
import dev.pennant.wall.query.Answer;
import dev.pennant.wall.query.Answers;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FramesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    UInt64                 | 18446744073709551615   | number  | uint64           | 18446744073709551615
                    Int64                  | -9223372036854775808   | number  | int64            | -9223372036854775808
                    UInt8                  | 7                      | number  | uint8            | 7
                    Float64                | 1e-7                   | number  | float64          | 1e-7
                    Float64                | null                   | number  | float64          | null
                    Decimal(38, 10)        | 1435512345678901234567890.0123456789 | number | float64 | 1435512345678901234567890.0123456789
                    Nullable(Decimal(9, 2)) | null                  | number  | float64          | null
                    LowCardinality(String) | "当湖"                 | string  | string           | "当湖"
                    LowCardinality(Nullable(String)) | null         | string  | string           | null
                    FixedString(2)         | "ab"                   | string  | string           | "ab"
                    Enum8('a' = 1)         | "a"                    | string  | string           | "a"
                    UUID                   | "x"                    | string  | string           | "x"
                    Bool                   | true                   | boolean | bool             | true
                    DateTime('UTC')        | "1606273445"           | time    | time.Time        | 1606273445000
                    DateTime64(3, 'UTC')   | "1606273445.678"       | time    | time.Time        | 1606273445678
                    DateTime64(3, 'UTC')   | "-0.500"               | time    | time.Time        | -500
                    Nullable(DateTime)     | null                   | time    | time.Time        | null
                    Date                   | "2020-11-25"           | time    | time.Time        | 1606262400000
                    Array(Float64)         | [1.5,null,3]           | other   | json.RawMessage  | [1.5,null,3]
                    Array(Nullable(Float32)) | ["nan",1,"-inf"]    | other   | json.RawMessage  | [null,1,null]
                    Array(String)          | ["nan"]                | other   | json.RawMessage  | ["nan"]
                    Tuple(UInt64, String)  | [18446744073709551615,"a"] | other | json.RawMessage | [18446744073709551615,"a"]
                    Map(String, Float64)   | {"a":0.10}             | other   | json.RawMessage  | {"a":0.10}
                    SimpleAggregateFunction(max, UInt32) | 5        | number  | uint32           | 5
                    """)
    void everyTypeKeepsItsValue(String type, String sent, String fieldType, String frameType, String shown)
            throws Exception {
        String frame = frame(Format.TABLE, Answers.read(List.of("c " + type), "[" + sent + "]"));
        assertThat(frame)
                .contains("\"type\":\"" + fieldType + "\"")
                .contains("{\"frame\":\"" + frameType + "\""
                        + (type.matches("(LowCardinality\\()?Nullable.*") ? ",\"nullable\":true}" : "}"))
                .contains("\"values\":[[" + shown + "]]");
    }

    @Test
    void whatIsFinerThanAMillisecondStandsBesideIt() throws Exception {
        Answer answer = Answers.read(
                List.of("t DateTime64(9)", "n UInt8"), "[\"1606273445.678000001\",1]", "[\"1606273446.000\",2]");
        assertThat(frame(Format.TABLE, answer))
                .contains("\"values\":[[1606273445678,1606273446000],[1,2]],\"nanos\":[[1,0],null]");
    }

    @Test
    void whatIsNoNumberIsNeitherMissingNorZero() throws Exception {
        Answer answer = Answers.read(
                List.of("v Float64", "n UInt8"), "[\"nan\",1]", "[2.5,2]", "[null,3]", "[\"-inf\",4]", "[\"inf\",5]");
        assertThat(frame(Format.TABLE, answer))
                .contains("\"values\":[[null,2.5,null,null,null],[1,2,3,4,5]],"
                        + "\"entities\":[{\"NegInf\":[3],\"Inf\":[4],\"NaN\":[0]},null]");
    }

    @Test
    void longRowsBecomeOneFieldForEveryValueAndLabels() throws Exception {
        Answer answer = Answers.read(
                List.of("time DateTime", "unit String", "list String", "value Float64", "amount UInt64"),
                "[\"10\",\"乙\",\"\",1,11]",
                "[\"10\",\"甲\",\"red\",2,12]",
                "[\"20\",\"甲\",\"red\",3,13]",
                "[\"30\",\"乙\",\"\",null,14]");
        assertThat(frame(Format.TIME_SERIES, answer))
                .isEqualTo(
                        json(
                                """
                        {"schema":{"refId":"A","meta":{"type":"timeseries-wide","preferredVisualisationType":"graph"},"fields":[
                          {"name":"time","type":"time","typeInfo":{"frame":"time.Time"}},
                          {"name":"amount","type":"number","typeInfo":{"frame":"uint64","nullable":true},"labels":{"unit":"乙","list":""}},
                          {"name":"amount","type":"number","typeInfo":{"frame":"uint64","nullable":true},"labels":{"unit":"甲","list":"red"}},
                          {"name":"value","type":"number","typeInfo":{"frame":"float64","nullable":true},"labels":{"unit":"乙","list":""}},
                          {"name":"value","type":"number","typeInfo":{"frame":"float64","nullable":true},"labels":{"unit":"甲","list":"red"}}]},
                         "data":{"values":[[10000,20000,30000],[11,null,14],[12,13,null],[1,null,null],[2,3,null]]}}
                        """));
    }

    @Test
    void rowsWithoutLabelsStayAsTheyAre() throws Exception {
        Answer answer = Answers.read(List.of("time DateTime", "value Float64"), "[\"10\",1]", "[\"20\",2]");
        assertThat(frame(Format.TIME_SERIES, answer)).contains("\"values\":[[10000,20000],[1,2]]");
    }

    @Test
    void anEmptySeriesHasItsFieldsAndNoRows() throws Exception {
        Answer answer = Answers.read(List.of("time DateTime", "unit String", "value Float64"));
        assertThat(frame(Format.TIME_SERIES, answer)).contains("\"values\":[[],[],[]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    n UInt8 ;u String            | [1,"a"]    ; [2,"b"]     | needs a column of times
                    t DateTime ;u String         | ["10","a"] ; ["20","b"]  | needs a column of times and one of numbers
                    t DateTime ;u String ;n Int8 | ["20","a",1] ; ["10","a",2] | in the order of its times
                    t Nullable(DateTime) ;u String ;n Int8 | [null,"a",1] ; ["10","a",2] | a row without a time
                    """)
    void whatIsNoSeriesIsRefused(String columns, String rows, String reason) {
        Answer answer = Answers.read(List.of(columns.split(" ;")), rows.split(" ; "));
        assertThatThrownBy(() -> frame(Format.TIME_SERIES, answer))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining(reason);
    }

    private static String frame(Format format, Answer answer) throws Exception {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new ObjectMapper().createGenerator(text)) {
            Frames.write(new Target("A", format, "SELECT 1"), answer, json);
        }
        return text.toString();
    }

    private static String json(String written) throws Exception {
        return new ObjectMapper().readTree(written).toString();
    }
}
