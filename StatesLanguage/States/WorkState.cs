using TaskOrchestration.StatesLanguage.Expressions;

namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What Task, Parallel and Map share: work that yields a result and may fail, be retried and be caught.</summary>
public abstract record WorkState : State
{
    private protected WorkState() { }

    /// <summary>The template that makes the effective input (<c>Parameters</c>, or <c>Arguments</c> in JSONata), or null to leave it.</summary>
    public Expression? Arguments { get; init; }

    /// <summary>The template that makes of the result what <see cref="ResultPath"/> places, or null to leave it.</summary>
    public Expression? ResultSelector { get; init; }

    /// <summary>Where the result goes.</summary>
    public ResultTarget ResultPath { get; init; } = ResultTarget.Replace;

    /// <summary>What is tried again, in order; the first that matches a failure decides.</summary>
    public ValueList<Retrier> Retry { get; init; } = [];

    /// <summary>Where failures lead that no retrier took, in order.</summary>
    public ValueList<Catcher> Catch { get; init; } = [];

    /// <summary>Where the execution goes when the work has succeeded.</summary>
    public required Transition Transition { get; init; }
}
