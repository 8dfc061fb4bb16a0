using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Journals;

/// <summary>The facts of all STANDARD executions, and an index of the executions by name, machine and status.</summary>
/// <remarks>One thread at a time commits; any number read meanwhile, and read only what has been committed.</remarks>
public interface IJournal : IDisposable
{
    /// <summary>The highest key an execution bears or has borne; 0 if there has been none.</summary>
    long LastKey { get; }

    /// <summary>What was written with groups for those who want to be told (<see cref="JournalGroup.StatusChanges"/>).</summary>
    IStatusOutbox StatusOutbox { get; }

    /// <summary>Keeps a group. When this returns all of it is durable; when it throws none of it is kept.</summary>
    void Commit(JournalGroup group);

    /// <summary>The execution of that machine and name, or null.</summary>
    ExecutionEntry? Find(string stateMachineArn, string name);

    /// <summary>What an execution has yielded or why it failed, or null while it runs.</summary>
    ExecutionOutcome? FindOutcome(long execution);

    /// <summary>The executions of a machine, newest first, those started before <paramref name="before"/>.</summary>
    /// <param name="stateMachineArn">The machine; or a version or an alias of it, for those alone that were started by it.</param>
    /// <param name="status">Only those that stand so, or null for all.</param>
    /// <param name="before">Only those with a smaller key.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="isRedriven">Only those that have been redriven, only those that have not, or null for all.</param>
    IReadOnlyList<ExecutionEntry> List(string stateMachineArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null);

    /// <summary>The executions that are children of a Map Run, newest first, those started before <paramref name="before"/>.</summary>
    /// <param name="mapRunArn">The Map Run.</param>
    /// <param name="status">Only those that stand so, or null for all.</param>
    /// <param name="before">Only those with a smaller key.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="isRedriven">Only those that have been redriven, only those that have not, or null for all.</param>
    IReadOnlyList<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null);

    /// <summary>The facts of an execution in order, or none if it is not known.</summary>
    /// <param name="execution">Its key.</param>
    /// <param name="from">The place of the first fact wanted.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<Fact> ReadFacts(long execution, int from = 0, int limit = int.MaxValue);

    /// <summary>All executions that run, oldest first.</summary>
    IReadOnlyList<ExecutionEntry> ReadOpen();

    /// <summary>Deletes executions that ended before a moment, with their facts.</summary>
    /// <returns>How many were deleted: fewer than <paramref name="limit"/> when none is left.</returns>
    int Purge(DateTimeOffset endedBefore, int limit);
}
