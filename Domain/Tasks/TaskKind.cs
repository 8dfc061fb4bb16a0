namespace TaskOrchestration.Domain.Tasks;

/// <summary>What a task is about.</summary>
public enum TaskKind
{
    /// <summary>An account pays.</summary>
    Purchase,

    /// <summary>An account is paid back.</summary>
    Refund,

    /// <summary>An order, from placement to confirmation.</summary>
    Order,

    /// <summary>Work on many records at once: a settlement, an export, a sweep.</summary>
    Batch,
}
