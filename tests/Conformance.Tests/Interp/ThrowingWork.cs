using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Driving;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Tasks whose JavaScript does nothing but throw: <c>() =&gt; { throw new SyntaxError('…'); }</c>.</summary>
internal sealed partial class ThrowingWork
{
    private readonly Dictionary<string, Failure> failures = new(StringComparer.Ordinal);

    private ThrowingWork() { }

    /// <summary>Reads the functions, by the names of their states; false if one does anything else.</summary>
    public static bool TryRead(JsonObject functions, [NotNullWhen(true)] out ThrowingWork? work)
    {
        work = new ThrowingWork();
        foreach (var (state, function) in functions)
        {
            if (function is not JsonString { Value: var script } || Throw().Match(script) is not { Success: true } match)
            {
                work = null;
                return false;
            }

            work.failures.Add(state, new Failure(match.Groups["error"].Value, match.Groups["message"].Value));
        }

        return true;
    }

    /// <summary>Does a task: it throws.</summary>
    public TaskReport Perform(TaskRequest request) =>
        new(TimeSpan.Zero, at => new Fact.TaskFailed(at, request.Task, failures[request.StateName]));

    [GeneratedRegex("""^\(\w*\) => \{\s*throw new (?<error>\w+)\('(?<message>[^']*)'\);\s*\}$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Throw();
}
