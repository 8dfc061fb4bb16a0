namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>How long things are kept; no time means for ever. The books (orders, transactions, ledger, settlements) always are.</summary>
public sealed record RetentionOptions
{
    /// <summary>Tasks that have ended, counted from their last change; their attachments go with them.</summary>
    public TimeSpan? Tasks { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Attachments of tasks that are kept still.</summary>
    public TimeSpan? Attachments { get; init; } = TimeSpan.FromDays(365);

    /// <summary>Exports.</summary>
    public TimeSpan? Exports { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Reports of settlements.</summary>
    public TimeSpan? Reports { get; init; } = TimeSpan.FromDays(730);

    /// <summary>Logs of executions.</summary>
    public TimeSpan? Logs { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Answers that are given again under their idempotency keys.</summary>
    public TimeSpan? IdempotencyKeys { get; init; } = TimeSpan.FromDays(7);
}
