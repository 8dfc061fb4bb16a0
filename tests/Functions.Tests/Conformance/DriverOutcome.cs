using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Tests.Conformance;

/// <summary>Where an execution stood in the end, and how it came there.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Output">What it yielded.</param>
/// <param name="Failure">Why it ended, if it did not succeed.</param>
/// <param name="History">Its events.</param>
public sealed record DriverOutcome(ExecutionStatus Status, Json? Output, Failure? Failure, IReadOnlyList<HistoryEvent> History)
{
    /// <summary>What follows from the facts of an execution.</summary>
    /// <exception cref="InvalidOperationException">One of them has no bearing on it, so it should not be there.</exception>
    public static DriverOutcome Of(StateMachine machine, IEnumerable<Fact> facts)
    {
        var execution = new Execution(machine);
        var history = new List<HistoryEvent>();
        foreach (var fact in facts)
        {
            if (!execution.Apply(fact, [], history))
            {
                throw new InvalidOperationException($"expected facts that an execution takes, found {fact}");
            }
        }

        return new DriverOutcome(execution.Status, execution.Output, execution.Failure, history);
    }

    /// <summary>How this one differs from another; timestamps aside.</summary>
    public IReadOnlyList<string> DifferencesFrom(DriverOutcome expected)
    {
        var differences = new List<string>();
        Compare(differences, "status", expected.Status, Status);
        Compare(differences, "output", expected.Output, Output);
        Compare(differences, "error", expected.Failure?.Error, Failure?.Error);
        Compare(differences, "cause", expected.Failure?.Cause, Failure?.Cause);
        Compare(differences, "number of events", expected.History.Count, History.Count);
        foreach (var (wanted, found) in expected.History.Zip(History))
        {
            Compare(differences, $"event {wanted.Id}", wanted with { Timestamp = default }, found with { Timestamp = default });
        }

        return differences;
    }

    private static void Compare<T>(List<string> differences, string what, T expected, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, found))
        {
            differences.Add($"{what}: expected {expected}, found {found}");
        }
    }
}
