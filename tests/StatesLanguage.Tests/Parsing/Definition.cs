using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Tests.Parsing;

/// <summary>Short ways to write definitions and to read what was found wrong with them.</summary>
internal static class Definition
{
    /// <summary>A machine of one state <c>S</c> and a Succeed <c>Z</c> for it to lead to, which it need not.</summary>
    public static string Of(string state) =>
        """{"StartAt":"S","States":{"S":""" + state + (state.Contains("\"Z\"", StringComparison.Ordinal) ? ",\"Z\":{\"Type\":\"Succeed\"}}}" : "}}");

    public static StateMachine Machine(string text)
    {
        var parsed = DefinitionParser.Parse(text);
        Assert.Equal([], parsed.Problems);
        return Assert.IsType<StateMachine>(parsed.Machine);
    }

    public static TState State<TState>(string state)
        where TState : State =>
        Assert.IsType<TState>(Machine(Of(state)).Graph["S"]);

    /// <summary>The problems as AWS prints them, with what was found where the message does not say it; warnings with a question mark before.</summary>
    public static string[] Problems(string text, StateMachineType type = StateMachineType.Standard) =>
        [.. DefinitionParser.Parse(text, type).Problems.Select(Print)];

    private static string Print(Problem problem) =>
        (problem.Severity == ProblemSeverity.Warning ? "? " : "")
        + $"{problem.Code}: {problem.Message}"
        + (problem.Found is { } found ? $", found {found}" : "")
        + (problem.Pointer.Length > 0 ? $" at {problem.Pointer}" : "");
}
