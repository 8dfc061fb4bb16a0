using TaskOrchestration.Cli.Client;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;
using Xunit.Abstractions;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

public sealed class MapRunCrashTests(ITestOutputHelper output) : IDisposable
{
    private const int Items = 2_000;
    private const int Kills = 10;

    private readonly TemporaryFolder _data = new();
    private readonly Random _random = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("EXPRESS")]
    public async Task Every_item_is_in_the_results_once_however_often_the_server_is_killed_meanwhile(string executionType)
    {
        using (var books = new ItemBooks(_data.Path))
        {
            await books.WriteNumbersAsync(Items);
        }

        var execution = await StartAndKillAsync(executionType);
        var ended = new List<long>();
        while (ended.Count < Kills)
        {
            ended.Add(await KillOnTheWayAsync(execution));
        }

        output.WriteLine($"killed once at the beginning, then with so many of {Items} items done: {string.Join(", ", ended)}");
        Assert.All(ended, done => Assert.InRange(done, 0, Items - 1));
        await CheckAsync(execution, executionType);
    }

    private async Task<string> StartAndKillAsync(string executionType)
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        var machine = await server.Client.CreateStateMachineAsync("Numbers", Definition(executionType));
        var execution = await server.Client.StartExecutionAsync(machine, "all", "{}");
        await Task.Delay(_random.Next(60));
        server.Kill();
        return execution;
    }

    /// <summary>Lets a server go on for a while, and kills it.</summary>
    /// <returns>How many items it had done by then.</returns>
    private async Task<long> KillOnTheWayAsync(string execution)
    {
        using var server = await ServerProcess.StartAsync(_data.Path);
        var enough = await DoneAsync(server.Client, execution) + _random.Next(40);
        long done;
        do
        {
            await Task.Delay(10);
            done = await DoneAsync(server.Client, execution);
        }
        while (done < Math.Min(enough, Items));

        server.Kill();
        return done;
    }

    private async Task CheckAsync(string execution, string executionType)
    {
        string mapRun;
        using (var server = await ServerProcess.StartAsync(_data.Path))
        {
            await HurryAsync(server.Client, execution);
            Assert.Equal("SUCCEEDED", (await server.Client.DescribeWhenEndedAsync(execution)).Status);
            var described = await MapRunAsync(server.Client, execution) ?? throw new InvalidOperationException("The Map Run is gone.");
            mapRun = Text(described, "mapRunArn");
            Assert.Equal((Items, Items), (Count(described, "executionCounts", "succeeded"), Count(described, "itemCounts", "total")));
            if (executionType == "STANDARD")
            {
                Assert.Equal(Items, await ChildrenAsync(server.Client, mapRun));
            }
        }

        using var books = new ItemBooks(_data.Path);
        var folder = $"all/{mapRun.Split(':')[^1]}";
        var manifest = (JsonObject)await books.ReadAsync("results", $"{folder}/manifest.json");
        var results = (JsonArray)await books.ReadAsync("results", $"{folder}/SUCCEEDED_0.json");
        Assert.Equal([.. Enumerable.Range(0, Items).Select(number => $"{number} {number}")], results.Select(child => $"{Text(child, "Input")} {Text(child, "Output")}"));
        Assert.Equal(Items, results.Select(child => Text(child, "ExecutionArn")).Distinct().Count());
        Assert.Equal(["[]", "[]"], new[] { "FAILED", "PENDING" }.Select(kind => ((JsonObject)manifest["ResultFiles"]!)[kind]!.ToString()));
    }

    /// <summary>A second for each item and not too many at once, so that there is time to be killed in.</summary>
    private static string Definition(string executionType) =>
        $$$$"""
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each","MaxConcurrency":20,
          "ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSONL"},"Parameters":{"Bucket":"items","Key":"numbers.jsonl"}},
          "ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{executionType}}}}"},"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}},
          "ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"results","Prefix":"all"}},"End":true}}}
        """;

    /// <summary>Lets the rest be done at once.</summary>
    private static async Task HurryAsync(StepFunctionsClient client, string execution)
    {
        JsonObject? begun;
        while ((begun = await MapRunAsync(client, execution)) is null)
        {
            await Task.Delay(10);
        }

        await client.CallAsync("UpdateMapRun", JsonObject.Of(("mapRunArn", begun["mapRunArn"]!), ("maxConcurrency", Json.Of(1_000))));
    }

    private static async Task<long> DoneAsync(StepFunctionsClient client, string execution) =>
        await MapRunAsync(client, execution) is { } described ? Count(described, "executionCounts", "succeeded") : 0;

    /// <summary>The Map Run of an execution, or null as long as it has not begun.</summary>
    private static async Task<JsonObject?> MapRunAsync(StepFunctionsClient client, string execution)
    {
        var listed = (JsonArray)(await client.CallAsync("ListMapRuns", JsonObject.Of(("executionArn", Json.Of(execution)))))["mapRuns"]!;
        return listed.Count == 0 ? null : await client.CallAsync("DescribeMapRun", JsonObject.Of(("mapRunArn", ((JsonObject)listed[0])["mapRunArn"]!)));
    }

    private static async Task<int> ChildrenAsync(StepFunctionsClient client, string mapRun)
    {
        var names = new HashSet<string>();
        Json? token = null;
        do
        {
            var request = new JsonObjectBuilder().Set("mapRunArn", Json.Of(mapRun)).Set("maxResults", Json.Of(1_000)).SetIfPresent("nextToken", token).Build();
            var page = await client.CallAsync("ListExecutions", request);
            names.UnionWith(((JsonArray)page["executions"]!).Select(child => Text(child, "name")));
            token = page["nextToken"];
        }
        while (token is not null);

        return names.Count;
    }

    private static string Text(Json json, string name) => ((JsonString)((JsonObject)json)[name]!).Value;

    private static long Count(JsonObject described, string counts, string name) => (long)((JsonNumber)((JsonObject)described[counts]!)[name]!).Value;
}
