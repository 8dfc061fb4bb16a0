using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Courses;

/// <summary>Looks at executions as they were.</summary>
internal static class Moments
{
    /// <summary>An execution after some facts.</summary>
    /// <param name="execution">The execution before them.</param>
    /// <param name="from">The place of the first of them.</param>
    /// <param name="facts">The facts, at least one.</param>
    public static ExecutionMoment After(Execution execution, int from, IReadOnlyList<Fact> facts)
    {
        var ignored = new List<Effect>();
        foreach (var fact in facts.SkipLast(1))
        {
            execution.Apply(fact, ignored);
            ignored.Clear();
        }

        var last = facts[^1];
        var state = execution.StateOf(last);
        execution.Apply(last, ignored);
        return new ExecutionMoment
        {
            Fact = new FactMoment(from + facts.Count - 1, last.At, FactKinds.Of(last), state, execution.EventCount),
            Status = execution.Status,
            States = [.. execution.OpenStates()],
            Variables = [.. execution.Variables()],
            Output = execution.Output,
            Failure = execution.Failure,
        };
    }
}
