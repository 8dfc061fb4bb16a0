using System.ComponentModel;
using TaskOrchestration.Orchestrations.Courses;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>An execution as it was after a fact.</summary>
[DisplayName("Moment")]
internal sealed record MomentView
{
    private const int MostStates = 1_000;

    /// <summary>The fact's place.</summary>
    public required int Index { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What happened.</summary>
    public required FactKind Kind { get; init; }

    /// <summary>The state whose task or timer it was about.</summary>
    public string? State { get; init; }

    /// <summary>Where the execution stood.</summary>
    public required WireStatus Status { get; init; }

    /// <summary>How many events its history had.</summary>
    public required long LastEventId { get; init; }

    /// <summary>The states it was in, a Parallel or Map before what runs in it; the first thousand.</summary>
    public required IReadOnlyList<OpenStateView> States { get; init; }

    /// <summary>How many there were.</summary>
    public required int StateCount { get; init; }

    /// <summary>The variables of the machine and of every branch and iteration under way, where there are any.</summary>
    public required IReadOnlyList<VariablesView> Variables { get; init; }

    /// <summary>The output, as JSON text, where it had succeeded.</summary>
    public string? Output { get; init; }

    /// <summary>The error, where it had ended otherwise.</summary>
    public string? Error { get; init; }

    /// <summary>The cause, where it had ended otherwise.</summary>
    public string? Cause { get; init; }

    public static MomentView Of(ExecutionMoment moment) => new()
    {
        Index = moment.Fact.Index,
        At = moment.Fact.At,
        Kind = moment.Fact.Kind,
        State = moment.Fact.StateName,
        Status = WireStatuses.Of(moment.Status),
        LastEventId = moment.Fact.LastEvent,
        States = [.. moment.States.Take(MostStates).Select(OpenStateView.Of)],
        StateCount = moment.States.Count,
        Variables = [.. moment.Variables.Take(MostStates).Select(VariablesView.Of)],
        Output = moment.Output?.ToString(),
        Error = moment.Failure?.Error,
        Cause = moment.Failure?.Cause,
    };
}
