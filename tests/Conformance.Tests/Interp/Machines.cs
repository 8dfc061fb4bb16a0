using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Machines built for a case, and their runs.</summary>
internal static class Machines
{
    /// <summary>Long ago, so that moments named in cases are still to come.</summary>
    public static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A machine that starts at one state, with further ones behind it.</summary>
    public static JsonObject Of(string name, JsonObject state, IEnumerable<KeyValuePair<string, Json>>? others = null) => JsonObject.Of(
        ("StartAt", Json.Of(name)),
        ("States", JsonObject.Of([KeyValuePair.Create<string, Json>(name, state), .. others ?? []])));

    /// <summary>Runs a definition.</summary>
    /// <exception cref="DefinitionRefusedException">The parser has found mistakes in it.</exception>
    public static VirtualOutcome Run(JsonObject definition, Json input, Func<TaskRequest, TaskReport>? work = null) =>
        VirtualRun.ToEnd(Parse(definition.ToString()), Births.Of(input), Moment, work ?? NoWork);

    /// <summary>Reads a definition.</summary>
    /// <exception cref="DefinitionRefusedException">It has mistakes.</exception>
    public static StateMachine Parse(string definition)
    {
        var parsed = DefinitionParser.Parse(definition);
        return parsed.Machine ?? throw new DefinitionRefusedException(parsed.Problems);
    }

    /// <summary>The top-level states that an execution visited, in order, with what they handed on.</summary>
    public static IReadOnlyList<Visit> Visits(StateMachine machine, VirtualOutcome outcome) => Visit.Of(machine, outcome.History);

    private static TaskReport NoWork(TaskRequest request) =>
        throw new InvalidOperationException($"expected no work to be asked for, got {request.Resource.Text}");
}
