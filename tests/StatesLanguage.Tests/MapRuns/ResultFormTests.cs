using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.StatesLanguage.Tests.MapRuns;

public sealed class ResultFormTests
{
    private static readonly ChildResult Good = new()
    {
        Index = 0,
        ExecutionArn = "arn:aws:states:us-east-1:123456789012:execution:machine/label:a",
        Status = ExecutionStatus.Succeeded,
        Input = Json.Of("in"),
        Output = Json.Parse("[1,2]"),
        StartedAt = Simulation.Beginning,
        StoppedAt = Simulation.Beginning.AddSeconds(1),
    };

    private static readonly ChildResult Bad = Good with
    {
        Index = 1,
        Status = ExecutionStatus.Failed,
        Output = null,
        Failure = new Failure("E", "c"),
    };

    [Theory]
    [InlineData(null, null, ResultTransformation.Compact)]
    [InlineData("arn:aws:states:::s3:putObject", null, ResultTransformation.None)]
    [InlineData("arn:aws:states:::s3:putObject", ResultTransformation.Flatten, ResultTransformation.Flatten)]
    [InlineData(null, ResultTransformation.None, ResultTransformation.None)]
    public void Is_the_description_in_files_and_the_output_elsewhere(string? resource, ResultTransformation? asked, ResultTransformation expected) =>
        Assert.Equal(expected, ResultForm.Of(new ResultWriting(resource, JsonObject.Empty, new WriterConfig { Transformation = asked })));

    [Fact]
    public void Is_the_output_where_there_is_no_ResultWriter_and_the_description_of_what_yielded_none() =>
        Assert.Equal(JsonArray.Of(Good.Output!, Bad.ToJson()), ResultForm.Output([Good, Bad], writing: null));

    [Theory]
    [InlineData(ResultTransformation.None)]
    [InlineData(ResultTransformation.Compact)]
    [InlineData(ResultTransformation.Flatten)]
    public void Is_the_description_of_what_yielded_no_output_whatever_is_asked_for(ResultTransformation transformation) =>
        Assert.Equal([Bad.ToJson()], ResultForm.Results(Bad, transformation));

    [Fact]
    public void Says_of_what_did_not_succeed_whether_a_redrive_takes_it_up_again()
    {
        var never = Bad with { RedriveObstacle = "Execution history event limit exceeded" };

        Assert.Equal(("REDRIVABLE_BY_MAP_RUN", null), (Text(Bad, "RedriveStatus"), Text(Bad, "RedriveStatusReason")));
        Assert.Equal(("NOT_REDRIVABLE", never.RedriveObstacle), (Text(never, "RedriveStatus"), Text(never, "RedriveStatusReason")));
    }

    [Fact]
    public void Flattens_lists() =>
        Assert.Equal("[1,2]", JsonArray.Of(ResultForm.Results(Good, ResultTransformation.Flatten)).ToString());

    [Fact]
    public void Describes_a_child()
    {
        Assert.Equal(
            """
            [{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:machine/label:a","Input":"\"in\"","InputDetails":{"Included":true},
              "Name":"a","Output":"[1,2]","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE",
              "RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":"2026-01-31T08:30:00.000Z",
              "StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:machine/label","Status":"SUCCEEDED","StopDate":"2026-01-31T08:30:01.000Z"}]
            """.ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal),
            JsonArray.Of(ResultForm.Results(Good, ResultTransformation.None)).ToString());
        Assert.Equal(("FAILED", "E", "c"), (Text(Bad, "Status"), Text(Bad, "Error"), Text(Bad, "Cause")));
    }

    [Fact]
    public void Says_where_files_are() =>
        Assert.Equal(
            """{"MapRunArn":"arn","ResultWriterDetails":{"Bucket":"b","Key":"p/manifest.json"}}""",
            ResultForm.Output("arn", "b", "p/manifest.json").ToString());

    private static string? Text(ChildResult child, string member) => (child.ToJson()[member] as JsonString)?.Value;
}
