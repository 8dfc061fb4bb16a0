namespace TaskOrchestration.Functions.Storage;

/// <summary>Every table there is.</summary>
/// <remarks>The page 0009 of docs/decisions says what is in each, under which keys and why.</remarks>
public static class TableNames
{
    /// <summary>Orders.</summary>
    public const string Orders = "orders";

    /// <summary>Purchases and refunds.</summary>
    public const string Transactions = "transactions";

    /// <summary>The ledger of all money that moved.</summary>
    public const string Ledger = "ledger";

    /// <summary>What carriers and other services answered.</summary>
    public const string Answers = "answers";

    /// <summary>Reservations of stock, and what is held of each thing.</summary>
    public const string Reservations = "reservations";

    /// <summary>Settlements with their pages, and what is pending.</summary>
    public const string Settlements = "settlements";

    /// <summary>Tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>The indexes that lists of tasks go along.</summary>
    public const string TaskIndex = "taskindex";

    /// <summary>Answers under idempotency keys.</summary>
    public const string Idempotency = "idempotency";

    /// <summary>What is kept of executions: records, facts, tokens.</summary>
    public const string Executions = "executions";

    /// <summary>The indexes that lists of executions go along.</summary>
    public const string ExecutionIndex = "executionindex";

    /// <summary>Status-change events that were given up.</summary>
    public const string DeadEvents = "deadevents";

    /// <summary>Map Runs with their children.</summary>
    public const string MapRuns = "mapruns";

    /// <summary>Activities, and the queues of their tasks.</summary>
    public const string Activities = "activities";

    /// <summary>State machines.</summary>
    public const string StateMachines = "statemachines";

    /// <summary>Schedules and their firings.</summary>
    public const string Schedules = "schedules";

    /// <summary>Which alerts are firing.</summary>
    public const string Alerts = "alerts";

    /// <summary>API keys.</summary>
    public const string ApiKeys = "apikeys";

    /// <summary>The audit journal.</summary>
    public const string Audit = "audit";
}
