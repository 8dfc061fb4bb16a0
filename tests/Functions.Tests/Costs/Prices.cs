namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>What things cost. They differ by region and change: examples to calculate with.</summary>
public sealed record Prices(
    string Currency,
    decimal TableTransactionsPer10000,
    decimal QueueTransactionsPer10000,
    decimal BlobTransactionsPer10000,
    decimal InvocationsPerMillion,
    decimal GigabyteSeconds,
    decimal SchedulerActionsPerMillion,
    decimal SchedulerUnitPerMonth);
