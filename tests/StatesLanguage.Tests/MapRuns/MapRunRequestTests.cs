using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Tests.MapRuns;

public sealed class MapRunRequestTests
{
    private static readonly MapRunRequest Least = new()
    {
        MapRunArn = "arn:aws:states:us-east-1:123456789012:mapRun:machine/label:1",
        StateName = "S",
        Source = new ItemSource.Inline(JsonArray.Of(Json.Of(1))),
        Input = Json.Null,
        Context = JsonObject.Empty,
    };

    public static TheoryData<MapRunRequest> Requests => new()
    {
        Least,
        Least with
        {
            ExecutionType = StateMachineType.Express,
            MaxConcurrency = 3,
            Tolerance = new MapRunTolerance(2, 1.5),
            Source = new ItemSource.Read(
                "arn:aws:states:::s3:getObject",
                JsonObject.Of(("Bucket", Json.Of("b"))),
                new ReaderConfig
                {
                    InputType = ReaderInputType.Csv,
                    Transformation = ReaderTransformation.LoadAndFlatten,
                    CsvHeaderLocation = CsvHeaderLocation.FirstRow,
                    CsvHeaders = ["a"],
                    CsvDelimiter = CsvDelimiter.Pipe,
                    ManifestType = ReaderManifestType.S3Inventory,
                    ItemsPointer = "/x",
                },
                MaxItems: 7),
            Batching = new ItemBatching(1, 2, Json.Of("common")),
            Writing = new ResultWriting("arn:aws:states:::s3:putObject", JsonObject.Empty, new WriterConfig { Transformation = ResultTransformation.Flatten, OutputType = ResultOutputType.Jsonl }),
            Input = Json.Of("input"),
            Context = JsonObject.Of(("a", Json.Null)),
            Variables = JsonObject.Of(("v", Json.True)),
            RedriveCount = 4,
        },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Survives_being_written_and_read(MapRunRequest request) =>
        Assert.Equal(request, MapRunRequest.FromJson(Json.Parse(request.ToJson().ToString())));

    [Theory]
    [InlineData("[]", "expected a request for a Map Run, an object with \"source\", found []")]
    [InlineData("""{"source":{"items":[]}}""", "expected a request for a Map Run with \"mapRunArn\", found none")]
    public void Says_what_is_none(string json, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => MapRunRequest.FromJson(Json.Parse(json))).Message);

    [Fact]
    public void The_words_of_the_language_are_those_of_the_names() =>
        Assert.Equal(["NONE", "LOAD_AND_FLATTEN", "S3_INVENTORY", "ATHENA_DATA"], [.. Word.All<ReaderTransformation>(), .. Word.All<ReaderManifestType>()]);
}
