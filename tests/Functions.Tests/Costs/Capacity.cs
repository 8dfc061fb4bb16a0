namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>What an instance, a partition and a storage account can take, and how uneven the day is.</summary>
public sealed record Capacity(
    int ActivitiesPerSecondPerInstance,
    int AnswersPerSecondPerPartition,
    int Partitions,
    int AccountTransactionsPerSecond,
    int SchedulerActionsPerSecondWithoutUnits,
    int SchedulerActionsPerSecondPerUnit,
    int InstanceGigabytes,
    int PeakOverAverage);
