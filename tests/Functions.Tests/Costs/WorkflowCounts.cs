namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>What one execution of a workflow takes.</summary>
/// <param name="Name">The workflow.</param>
/// <param name="IsMeasured">Whether the figures were counted by a test; if not, they are what was aimed at.</param>
/// <param name="Activities">Calls of activities.</param>
/// <param name="Episodes">How often the orchestrator is run.</param>
/// <param name="TableTransactions">Transactions of our own with tables.</param>
/// <param name="BlobTransactions">Transactions of our own with blobs.</param>
public sealed record WorkflowCounts(string Name, bool IsMeasured, int Activities, int Episodes, int TableTransactions, int BlobTransactions)
{
    /// <summary>Messages of Durable Functions with the storage provider: to start, to every activity and back. Each is put, got and deleted.</summary>
    public int DurableQueueTransactions => 3 * (1 + (2 * Activities));

    /// <summary>Tables of Durable Functions with the storage provider: the instance, and for every episode its history read, its history written, its instance updated.</summary>
    public int DurableTableTransactions => 1 + (3 * Episodes);

    /// <summary>What the Durable Task Scheduler counts: the start, and every activity twice, when it begins and when it has ended.</summary>
    public int SchedulerActions => 1 + (2 * Activities);

    /// <summary>Invocations of functions.</summary>
    public int Invocations => Activities + Episodes;
}
