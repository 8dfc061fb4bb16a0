using System.Text;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Engine;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>What tests of Map Runs have in common: a machine with one, engines that run it, and blobs that it reads and writes.</summary>
internal sealed class MapRunWorld
{
    /// <summary>An item whose task fails.</summary>
    public const string Fails = """{"fails":true}""";

    private readonly InMemoryBlobStore blobs = new(new ManualTimeProvider());

    /// <summary>The definition of a machine with one DISTRIBUTED Map over its input.</summary>
    public static string Each(string fields = "", string executionType = "STANDARD") =>
        $$$$"""
        {"StartAt":"Each","States":{"Each":{"Type":"Map","Label":"each",{{{{fields}}}}"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{executionType}}}}"},
          "StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"work","End":true}}},"End":true}}}
        """;

    /// <summary>A router that fails the items that say so, and answers each other one with itself.</summary>
    public static ScriptedRouter FailWhereTold() =>
        new(call => call.Request.Input is JsonObject input && input.Contains("fails") ? ScriptedRouter.Failed("Told", "so") : new TaskOutcome.Succeeded(call.Request.Input));

    public static string Text(Json json, string name) => ((JsonString)((JsonObject)json)[name]!).Value;

    public static async Task AssertRefusedAsync(Refusal refusal, Func<Task> action) => Assert.Equal(refusal, (await Assert.ThrowsAsync<RefusedException>(action)).Refusal);

    /// <summary>The Map Run of an execution, once what is said of it holds.</summary>
    public static async Task<MapRun> WhenAsync(EngineFixture fixture, string executionArn, Func<MapRun, bool> holds)
    {
        while (true)
        {
            var runs = (await fixture.Engine.MapRuns.ListAsync(executionArn, 1, cursor: null)).Items;
            if (runs is [var run, ..] && holds(run))
            {
                return run;
            }

            await Task.Yield();
        }
    }

    public Task<EngineFixture> OpenAsync(string definition, ITaskRouter? router = null, int concurrency = 1_000, Func<IMapRunStore, IMapRunStore>? wrap = null) => EngineFixture.OpenAsync(
        definition, router, options: new EngineOptions { GracePeriod = TimeSpan.Zero, Blobs = blobs, MapRunConcurrency = concurrency }, wrap: wrap);

    public async Task WriteAsync(string path, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        await blobs.WriteAsync(path, stream, new BlobDraft("text/plain", "Ada"));
    }

    public async Task<Json> ReadAsync(string path) => Json.Parse(await TextAsync(path));

    public async Task<string> TextAsync(string path)
    {
        await using var content = await blobs.OpenAsync(path);
        using var reader = new StreamReader(content!.Stream);
        return await reader.ReadToEndAsync();
    }
}
