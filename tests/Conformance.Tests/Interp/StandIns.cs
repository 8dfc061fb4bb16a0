using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>What stands in for the resources of a case's tasks: how they are to be called and what they answer.</summary>
internal sealed partial class StandIns
{
    private readonly Dictionary<string, Json> expectedInputs = [];
    private readonly Dictionary<string, Json> results = [];
    private readonly Dictionary<string, string> errors = [];
    private readonly List<(string State, string Difference)> differences = [];

    private readonly Insides insides = new();

    private StandIns() { }

    /// <summary>The definition with what stands in for the insides of its Maps and Parallels.</summary>
    public JsonObject In(JsonObject definition) => insides.In(definition);

    /// <summary>Where the task of a state was called otherwise than expected. The sentences are about the one step of the case, the machine runs on.</summary>
    public IEnumerable<string> DifferencesOf(string state) => differences.Where(pair => pair.State == state).Select(pair => pair.Difference);

    /// <summary>Reads the sentences that describe them; false if one is of no known form.</summary>
    public static bool TryRead(JsonArray sentences, [NotNullWhen(true)] out StandIns? standIns)
    {
        standIns = new StandIns();
        foreach (var sentence in sentences)
        {
            var step = sentence.Text("step")!;
            var data = (sentence as JsonObject)?["data"] ?? JsonObject.Empty;
            if (Sentence().Match(step) is { Success: true } match)
            {
                standIns.Take(match.Groups["resource"].Value, match.Groups["how"].Value, match.Groups["error"], data);
            }
            else if (!standIns.insides.TryTake(step, data))
            {
                standIns = null;
                return false;
            }
        }

        return true;
    }

    /// <summary>Does a task.</summary>
    public TaskReport Perform(TaskRequest request)
    {
        var resource = request.Resource.Text;
        if (insides.TryAnswer(resource, request.Input, out var answer))
        {
            return new TaskReport(TimeSpan.Zero, at => new Fact.TaskSucceeded(at, request.Task, answer));
        }

        if (expectedInputs.TryGetValue(resource, out var expected) && !expected.Equals(request.Input))
        {
            differences.Add((request.StateName, $"expected {resource} to be called with {expected}, got {request.Input}"));
        }

        return new TaskReport(TimeSpan.Zero, at => errors.TryGetValue(resource, out var error)
            ? new Fact.TaskFailed(at, request.Task, new Failure(error, "stood in for"))
            : new Fact.TaskSucceeded(at, request.Task, results.GetValueOrDefault(resource, JsonObject.Empty)));
    }

    private void Take(string resource, string how, Group error, Json data)
    {
        if (error.Success)
        {
            errors[resource] = error.Value;
        }
        else if (how.EndsWith("return", StringComparison.Ordinal))
        {
            results[resource] = data;
        }
        else
        {
            expectedInputs[resource] = data;
        }
    }

    [GeneratedRegex("^the resource \"(?<resource>[^\"]*)\" will (?<how>return|be called with.*?)(?: and fail with error \"(?<error>[^\"]*)\")?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentence();
}
