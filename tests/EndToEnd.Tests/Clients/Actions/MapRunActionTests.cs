using TaskOrchestration.EndToEnd.Tests.Clients.Calling;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Actions;

[Collection(Sessions.Name)]
public sealed class MapRunActionTests(ClientSession session) : ActionTests(session)
{
    private static readonly string Absent = $"{Prefix}:mapRun:not/there:4e1b3f4e-0000-4000-8000-000000000000";

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task DescribeMapRun_counts_what_was_done_and_refuses_one_that_is_not_there(string client)
    {
        var (execution, mapRun) = await MappedAsync(Greeting);
        await EndedAsync(execution);
        const string Counts = """{"pending":0,"running":0,"succeeded":3,"failed":0,"timedOut":0,"aborted":0,"total":3,"resultsWritten":0,"failuresNotRedrivable":0,"pendingRedrive":0}""";
        await AnswersAsync(
            client, "DescribeMapRun", $$"""{"mapRunArn":"{{mapRun}}"}""",
            $$"""
            {
              "mapRunArn":"{{mapRun}}","executionArn":"{{execution}}","status":"SUCCEEDED","startDate":"<moment>","stopDate":"<moment>","maxConcurrency":2,
              "toleratedFailurePercentage":0,"toleratedFailureCount":0,"itemCounts":{{Counts}},"executionCounts":{{Counts}},"redriveCount":0
            }
            """);
        await RefusesAsync(client, "DescribeMapRun", $$"""{"mapRunArn":"{{Absent}}"}""", "ResourceNotFound");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task ListMapRuns_shows_those_of_an_execution_and_refuses_one_that_is_not_there(string client)
    {
        var (execution, mapRun) = await MappedAsync(Greeting);
        await EndedAsync(execution);
        var machine = execution.Replace(":execution:", ":stateMachine:", StringComparison.Ordinal)[..^":one".Length];
        await AnswersAsync(
            client, "ListMapRuns", $$"""{"executionArn":"{{execution}}"}""",
            $$"""{"mapRuns":[{"executionArn":"{{execution}}","mapRunArn":"{{mapRun}}","stateMachineArn":"{{machine}}/Each","startDate":"<moment>","stopDate":"<moment>"}]}""");
        await RefusesAsync(client, "ListMapRuns", $$"""{"executionArn":"{{execution}}-not-there"}""", "ExecutionDoesNotExist");
    }

    [Theory, Through(ClientNames.Boto3), Through(ClientNames.JavaScript), Through(ClientNames.AwsCli)]
    public async Task UpdateMapRun_changes_one_that_runs_and_refuses_one_that_has_ended(string client)
    {
        var (execution, mapRun) = await MappedAsync(Pause);
        var request = $$"""{"mapRunArn":"{{mapRun}}","maxConcurrency":7,"toleratedFailureCount":1}""";
        await AnswersAsync(client, "UpdateMapRun", request, "{}");
        var changed = await CallAsync("DescribeMapRun", $$"""{"mapRunArn":"{{mapRun}}"}""");
        Assert.Equal(("7", "1"), (changed["maxConcurrency"]!.ToString(), changed["toleratedFailureCount"]!.ToString()));
        await CallAsync("StopExecution", $$"""{"executionArn":"{{execution}}"}""");
        await StoppedAsync(mapRun);
        await RefusesAsync(client, "UpdateMapRun", request, "ValidationException", """{"reason":"CANNOT_UPDATE_COMPLETED_MAP_RUN"}""");
    }

    private Task StoppedAsync(string mapRun) => WhenThereAsync(async () =>
        await CallAsync("DescribeMapRun", $$"""{"mapRunArn":"{{mapRun}}"}""", "status") is not "RUNNING" and var status ? status : null);

    private async Task<(string Execution, string MapRun)> MappedAsync(string child)
    {
        var processor = ((JsonObject)Json.Parse(child)).With("ProcessorConfig", Json.Parse("""{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"}"""));
        var execution = await ExecutionAsync($$"""{"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"Each","MaxConcurrency":2,"ItemProcessor":{{processor}},"End":true} } }""", "[1,2,3]");
        var mapRun = await WhenThereAsync(async () => ((JsonArray)(await CallAsync("ListMapRuns", $$"""{"executionArn":"{{execution}}"}"""))["mapRuns"]!) is [var first, ..] ? first : null);
        return (execution, Text((JsonObject)mapRun, "mapRunArn"));
    }
}
