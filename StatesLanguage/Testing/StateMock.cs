using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Testing;

/// <summary>What stands in for the work of a Task, a Parallel or a Map.</summary>
public abstract record StateMock
{
    private StateMock() { }

    /// <summary>It yields a result.</summary>
    public sealed record Returns(Json Result) : StateMock;

    /// <summary>It fails.</summary>
    public sealed record Throws(Failure Failure) : StateMock;
}
