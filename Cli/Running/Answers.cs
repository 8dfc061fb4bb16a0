using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Cli.Running;

/// <summary>What stands in for tasks that cannot be carried out here, by the name of the task.</summary>
public sealed class Answers
{
    private readonly Dictionary<string, TaskOutcome> _outcomes = [];

    /// <summary>All of them.</summary>
    public IReadOnlyDictionary<string, TaskOutcome> Outcomes => _outcomes;

    /// <summary>Takes one in.</summary>
    /// <param name="text"><c>NAME=JSON</c> or <c>NAME=@FILE</c>: the task succeeds with that result.</param>
    /// <exception cref="FormatException">It is neither; the message says what was expected.</exception>
    public void AddResult(string text)
    {
        var (name, value) = Split(text, "--mock", "NAME=JSON");
        _outcomes[name] = new TaskOutcome.Succeeded(JsonArgument.Read(value, $"--mock {name}"));
    }

    /// <summary>Takes one in.</summary>
    /// <param name="text"><c>NAME=ERROR</c> or <c>NAME=ERROR:CAUSE</c>: the task fails with that error.</param>
    /// <exception cref="FormatException">It is neither; the message says what was expected.</exception>
    public void AddFailure(string text)
    {
        var (name, value) = Split(text, "--fail", "NAME=ERROR or NAME=ERROR:CAUSE");
        var parts = value.Split(':', 2);
        _outcomes[name] = new TaskOutcome.Failed(new Failure(parts[0], parts.Length > 1 ? parts[1] : null));
    }

    private static (string Name, string Value) Split(string text, string option, string expected)
    {
        ArgumentNullException.ThrowIfNull(text);
        var equals = text.IndexOf('=');
        return equals > 0 ? (text[..equals], text[(equals + 1)..]) : throw new FormatException($"{option} takes {expected}, not '{text}'.");
    }
}
