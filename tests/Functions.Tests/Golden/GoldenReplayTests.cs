using System.Runtime.CompilerServices;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Durable.Histories;
using TaskOrchestration.Support.Durable.Hubs;
using TaskOrchestration.Support.Durable.Replaying;

namespace TaskOrchestration.Functions.Tests.Golden;

/// <summary>Programs change, histories stay: an orchestration that one version has begun, the next one replays.</summary>
/// <remarks>
/// The files are never written again. A new kind of orchestration gets a new file: add it to <see cref="GoldenRuns"/> and run
/// this test once with <c>TASKORCH_RECORD_GOLDEN=1</c>, which writes only the files that are missing.
/// </remarks>
public sealed class GoldenReplayTests
{
    public static TheoryData<string> Names => [.. GoldenRuns.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Calls_for_what_was_called_for_when_it_was_written_down(string name)
    {
        var generations = (JsonArray)Json.Parse(await File.ReadAllTextAsync(await ExistingAsync(name)));
        using var world = GoldenRuns.World();

        foreach (var generation in generations.Cast<JsonArray>())
        {
            var recorded = generation.Cast<JsonObject>().Select(EpisodeOf).ToList();

            var now = Rehearsal.Of(world.Hub, recorded);

            Assert.Equal(generation.Select(episode => ((JsonObject)episode)["called"]!.ToString()), now.Select(episode => ArrayOf(episode.Called).ToString()));
        }
    }

    private static async Task<string> ExistingAsync(string name)
    {
        var path = Path.Combine(Folder(), name + ".json");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("TASKORCH_RECORD_GOLDEN") == "1")
        {
            var recorded = new List<RecordedEpisode>();
            using var world = GoldenRuns.World(new HubOptions { Recorder = recorded.Add, Mischief = name == GoldenRuns.Trouble ? new Mischief(1) { FailsActivityBefore = 0.5 } : null });
            await GoldenRuns.All[name](world);
            var generations = recorded.GroupBy(episode => episode.Generation).Select(generation => $"[\n{string.Join(",\n", generation.Select(LineOf))}\n]");
            await File.WriteAllTextAsync(path, $"[\n{string.Join(",\n", generations)}\n]\n");
        }

        return path;
    }

    private static JsonObject LineOf(RecordedEpisode episode) => JsonObject.Of(
        ("instance", Json.Of(episode.InstanceId)), ("fresh", ArrayOf(episode.Fresh)), ("called", ArrayOf(episode.Called)));

    private static RecordedEpisode EpisodeOf(JsonObject line) =>
        new(((JsonString)line["instance"]!).Value, Generation: 0, [.. ((JsonArray)line["fresh"]!).Cast<JsonObject>().Select(HubEventCodec.FromJson)], Called: []);

    private static JsonArray ArrayOf(IEnumerable<HubEvent> events) => JsonArray.Of(events.Select(HubEventCodec.ToJson));

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
