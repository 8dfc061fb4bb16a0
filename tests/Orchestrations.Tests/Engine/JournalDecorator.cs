using TaskOrchestration.Orchestrations.Journals;
using TaskOrchestration.Orchestrations.StatusEvents;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Orchestrations.Tests.Engine;

/// <summary>A journal that passes everything on to another one.</summary>
internal abstract class JournalDecorator(IJournal inner) : IJournal
{
    public long LastKey => inner.LastKey;

    public IStatusOutbox StatusOutbox => inner.StatusOutbox;

    public virtual void Commit(JournalGroup group) => inner.Commit(group);

    public ExecutionEntry? Find(string stateMachineArn, string name) => inner.Find(stateMachineArn, name);

    public ExecutionOutcome? FindOutcome(long execution) => inner.FindOutcome(execution);

    public IReadOnlyList<ExecutionEntry> List(string stateMachineArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        inner.List(stateMachineArn, status, before, limit, isRedriven);

    public IReadOnlyList<ExecutionEntry> ListChildren(string mapRunArn, ExecutionStatus? status, long before, int limit, bool? isRedriven = null) =>
        inner.ListChildren(mapRunArn, status, before, limit, isRedriven);

    public IReadOnlyList<Fact> ReadFacts(long execution, int from = 0, int limit = int.MaxValue) => inner.ReadFacts(execution, from, limit);

    public IReadOnlyList<ExecutionEntry> ReadOpen() => inner.ReadOpen();

    public int Purge(DateTimeOffset endedBefore, int limit) => inner.Purge(endedBefore, limit);

    public virtual void Dispose() => inner.Dispose();
}
