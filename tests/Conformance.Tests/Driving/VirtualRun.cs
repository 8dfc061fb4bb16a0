using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Conformance.Tests.Driving;

/// <summary>Runs one execution, and those it begins, to their ends in virtual time: a wait of a year takes none.</summary>
public static class VirtualRun
{
    private static readonly AsyncLocal<Action<RecordedRun>?> Watcher = new();

    /// <summary>Runs it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="start">What it is born with.</param>
    /// <param name="startedAt">The moment it begins.</param>
    /// <param name="perform">Does a task and says what comes of it and when.</param>
    /// <param name="blobs">Where Map Runs find items and leave results, or null for nowhere.</param>
    /// <param name="agenda">What tells the time meanwhile; or null if nobody asks.</param>
    public static VirtualOutcome ToEnd(StateMachine machine, ExecutionStart start, DateTimeOffset startedAt, Func<TaskRequest, TaskReport> perform, IBlobStore? blobs = null, VirtualAgenda? agenda = null)
    {
        agenda ??= new VirtualAgenda(startedAt);
        var mapRuns = new MapRunAdvancing(new MemoryMapRunStore(), blobs ?? new InMemoryBlobStore(agenda), agenda);
        var run = new VirtualExecution(machine, new VirtualWorld(agenda, perform, mapRuns), ended: _ => { });
        agenda.Add(startedAt, at => run.Take(new Fact.Started(at, start)));
        agenda.ToEnd();
        var ended = run.Execution;
        var outcome = new VirtualOutcome(ended.Status, ended.Output, ended.Failure, run.History, run.Requests);
        Watcher.Value?.Invoke(new RecordedRun(machine, start, startedAt, perform, outcome, blobs));
        return outcome;
    }

    /// <summary>Tells of every run that whoever calls this brings about, until it is disposed of.</summary>
    public static IDisposable Watch(Action<RecordedRun> watcher)
    {
        Watcher.Value = watcher;
        return new Unwatch();
    }

    private sealed class Unwatch : IDisposable
    {
        public void Dispose() => Watcher.Value = null;
    }
}
