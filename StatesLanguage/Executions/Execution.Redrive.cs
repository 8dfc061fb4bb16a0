using TaskOrchestration.StatesLanguage.History;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <content>How an execution that did not succeed goes on.</content>
/// <remarks>
/// A strand that fails or is cut short keeps its state, input and variables, and a Parallel or Map keeps its children
/// (<see cref="Strand.Unfinished"/>), until it is certain that the strand goes another way: it is retried or the failure is caught.
/// What is left of that when the execution ends is what a redrive goes on from.
/// </remarks>
public sealed partial class Execution
{
    private readonly List<(string Token, DateTimeOffset At)> redriveTokens = [];
    private long redriveEvent;

    /// <summary>How often it has been redriven.</summary>
    public int RedriveCount { get; private set; }

    /// <summary>When it was last redriven, or null if it never was.</summary>
    public DateTimeOffset? RedrivenAt { get; private set; }

    /// <summary>Why it could not be redriven at that moment, in AWS's words; null if it could.</summary>
    public string? WhyNotRedrivable(DateTimeOffset at) => RedriveRules.WhyNot(Status, StartedAt, StoppedAt, RedriveCount, EventCount, Start.Limits, at);

    /// <summary>When it was redriven under that client token, or null if it was not, or too long ago for the token to count at that moment.</summary>
    public DateTimeOffset? RedrivenUnder(string clientToken, DateTimeOffset at)
    {
        foreach (var (token, redrivenAt) in redriveTokens)
        {
            if (token == clientToken && at - redrivenAt <= RedriveRules.TokenLife)
            {
                return redrivenAt;
            }
        }

        return null;
    }

    /// <summary>Has a strand go on that did not succeed: with what is left of its children, or else with its state once more.</summary>
    internal void GoOn(Strand strand)
    {
        strand.Work = null;
        strand.IsQueued = false;
        strand.RetryCount = 0;
        strand.RetriesUsed = null;
        if (strand.Unfinished is { StartsOver: false } children)
        {
            children.GoOn();
            strand.Work = children;
        }
        else if (strand.State is FailState)
        {
            strand.LastEvent = redriveEvent;
            strand.Visit = 0;
        }
        else if (strand.HasEntered)
        {
            // As on AWS, the new attempt follows from the event by which the state was entered: it is not entered again.
            strand.LastEvent = strand.EnteredEvent;
        }

        strand.Unfinished = null;
        Queue(strand);
    }

    /// <summary>Has a child go on that was abandoned.</summary>
    internal void Revive(Strand child)
    {
        variableBytes += child.Variables.Utf8Length - Values.JsonObject.Empty.Utf8Length;
        GoOn(child);
    }

    private void Redrive(string? clientToken)
    {
        RedriveCount++;
        RedrivenAt = Now;
        Remember(clientToken);
        Status = ExecutionStatus.Running;
        Failure = null;
        StoppedAt = null;
        isWaitingForTurn = false;
        redriveEvent = Record(HistoryEventType.ExecutionRedriven, EventCount, IsRecording ? new HistoryDetails.ExecutionRedriven(RedriveCount) : null);
        BeginLifetime();
        GoOn(root);
    }

    private void Remember(string? clientToken)
    {
        if (clientToken is null)
        {
            return;
        }

        redriveTokens.RemoveAll(known => known.Token == clientToken);
        redriveTokens.Add((clientToken, Now));
        if (redriveTokens.Count > RedriveRules.TokensKept)
        {
            redriveTokens.RemoveAt(0);
        }
    }
}
