using System.Runtime.CompilerServices;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Golden;

/// <summary>Rules change, journals stay: a journal written once derives the same history for ever.</summary>
/// <remarks>
/// The files are never written again. A new kind of machine gets a new file: add its life to <see cref="GoldenCourses"/> and run
/// this test once with <c>TASKORCH_RECORD_GOLDEN=1</c>, which writes only the files that are missing.
/// </remarks>
public sealed class GoldenJournalTests
{
    public static TheoryData<string> Names => [.. GoldenCourses.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Derives_the_history_that_was_written_down_with_it(string name)
    {
        var golden = (JsonObject)Json.Parse(File.ReadAllText(Existing(name)));

        var history = Derive((JsonObject)golden["definition"]!, [.. ((JsonArray)golden["facts"]!).Select(FactCodec.FromJson)]);

        Assert.Equal(((JsonArray)golden["history"]!).Select(line => line.ToString()), history.Select(line => line.ToString()));
    }

    private static string Existing(string name)
    {
        var path = Path.Combine(Folder(), name + ".json");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("TASKORCH_RECORD_GOLDEN") == "1")
        {
            var life = GoldenCourses.All[name]();
            File.WriteAllText(path, $$"""
                {
                "definition": {{life.Definition}},
                "facts": [
                {{string.Join(",\n", life.Journal.Select(FactCodec.ToJson))}}
                ],
                "history": [
                {{string.Join(",\n", Derive(life.Definition, life.Journal))}}
                ]
                }

                """);
        }

        return path;
    }

    private static JsonObject[] Derive(JsonObject definition, IReadOnlyList<Fact> journal)
    {
        var execution = new Execution(Simulation.Machine(definition.ToString()));
        var history = new List<HistoryEvent>();
        foreach (var fact in journal)
        {
            Assert.True(execution.Apply(fact, [], history));
        }

        return [.. history.Select(happened => HistoryEventJson.Write(happened, withData: true))];
    }

    private static string Folder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
