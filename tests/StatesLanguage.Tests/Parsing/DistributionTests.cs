using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

public class DistributionTests
{
    [Fact]
    public void Reads_all_that_a_distributed_Map_says()
    {
        var map = Definition.State<MapState>(Map(
            """
            "Label":"rows",
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","Parameters":{"Bucket":"b"},"ReaderConfig":{
              "InputType":"CSV","CSVHeaderLocation":"GIVEN","CSVHeaders":["a","b"],"CSVDelimiter":"TAB","MaxItems":5}},
            "ItemBatcher":{"MaxItemsPerBatch":10,"BatchInput":{"x":1}},
            "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"r"},"WriterConfig":{"Transformation":"FLATTEN","OutputType":"JSONL"}}
            """,
            "EXPRESS"));

        Assert.Equal(
            new Distribution
            {
                ExecutionType = StateMachineType.Express,
                Label = "rows",
                ItemReader = new ItemReader
                {
                    Resource = "arn:aws:states:::s3:getObject",
                    Arguments = Constant("""{"Bucket":"b"}"""),
                    Config = new ReaderConfig
                    {
                        InputType = ReaderInputType.Csv,
                        CsvHeaderLocation = CsvHeaderLocation.Given,
                        CsvHeaders = ["a", "b"],
                        CsvDelimiter = CsvDelimiter.Tab,
                    },
                    MaxItems = Constant("5"),
                },
                ItemBatcher = new ItemBatcher { MaxItemsPerBatch = Constant("10"), BatchInput = Constant("""{"x":1}""") },
                ResultWriter = new ResultWriter
                {
                    Resource = "arn:aws:states:::s3:putObject",
                    Arguments = Constant("""{"Bucket":"r"}"""),
                    Config = new WriterConfig { Transformation = ResultTransformation.Flatten, OutputType = ResultOutputType.Jsonl },
                },
            },
            map.Distribution);
    }

    [Fact]
    public void An_inline_Map_has_nothing_of_it() =>
        Assert.Null(Definition.State<MapState>(
            """{"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"I","States":{"I":{"Type":"Succeed"}}}}""").Distribution);

    [Fact]
    public void Is_written_as_an_author_would()
    {
        var text = Definition.Of(Map(
            """
            "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows","MaxItemsPath":"$.most"},"Parameters":{"Key.$":"$.key"}},
            "ItemBatcher":{"MaxInputBytesPerBatchPath":"$.bytes"},
            "ResultWriter":{"WriterConfig":{"Transformation":"COMPACT","OutputType":"JSON"}}
            """));

        Assert.Equal(Json.Parse(text), DefinitionWriter.Write(Definition.Machine(text)));
    }

    [Theory]
    [InlineData(
        """ "ItemReader":{"Resource":"r","ReaderConfig":{"InputType":"ORC"}} """,
        "SCHEMA_VALIDATION_FAILED: Value should be one of the following: [CSV, JSON, JSONL, PARQUET, MANIFEST], found \"ORC\" at /States/S/ItemReader/ReaderConfig/InputType")]
    [InlineData(
        """ "ItemReader":{"Resource":"r","ReaderConfig":{"InputType":"CSV","CSVHeaders":["a",1]}} """,
        "SCHEMA_VALIDATION_FAILED: Expected value of type [STRING], found 1 at /States/S/ItemReader/ReaderConfig/CSVHeaders[1]")]
    public void Says_what_is_wrong_with_it_and_what_cannot_be_run(string fields, string problem) =>
        Assert.Equal([problem], Definition.Problems(Definition.Of(Map(fields))));

    [Fact]
    public void Express_machines_have_no_Map_Runs() =>
        Assert.Equal(
            ["SCHEMA_VALIDATION_FAILED: Express state machine does not support Map states of the Mode 'DISTRIBUTED' at /States/S"],
            Definition.Problems(Definition.Of(Map("\"Label\":\"l\"")), StateMachineType.Express));

    private static Expression.Constant Constant(string json) => new(Json.Parse(json));

    private static string Map(string fields, string type = "STANDARD") =>
        $$$"""
        {"Type":"Map","End":true,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{type}}}"},"StartAt":"I","States":{"I":{"Type":"Succeed"} } },{{{fields}}} }
        """;
}
