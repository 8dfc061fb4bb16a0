using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Support;

/// <summary>How a simulated task turns out.</summary>
public sealed class Answer
{
    private Answer(Func<long, Fact>? fact) => Fact = fact;

    /// <summary>It never reports.</summary>
    public static Answer Never { get; } = new(fact: null);

    /// <summary>What it reports, for a task number and a time set later; null for nothing.</summary>
    public Func<long, Fact>? Fact { get; }

    /// <summary>It succeeds.</summary>
    public static Answer With(Json output) => new(task => new Fact.TaskSucceeded(default, task, output));

    /// <summary>It succeeds.</summary>
    public static Answer With(string json) => With(Json.Parse(json));

    /// <summary>It fails.</summary>
    public static Answer Failure(string? error, string? cause = null) => new(task => new Fact.TaskFailed(default, task, new Failure(error, cause)));

    /// <summary>It is accepted; the result comes by callback.</summary>
    public static Answer Submitted(string json) => new(task => new Fact.TaskSubmitted(default, task, Json.Parse(json)));
}
