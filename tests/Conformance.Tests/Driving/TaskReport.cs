using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>What came of a task and how long after it was asked for.</summary>
/// <param name="After">How long it took.</param>
/// <param name="Fact">The fact it becomes at the moment given, or null if it never reports.</param>
public sealed record TaskReport(TimeSpan After, Func<DateTimeOffset, Fact>? Fact)
{
    /// <summary>What else comes of it, by whoever was told of the task, in order; counted from the same moment.</summary>
    public IReadOnlyList<TaskReport> Later { get; init; } = [];
}
