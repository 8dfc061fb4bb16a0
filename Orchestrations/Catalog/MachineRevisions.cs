using System.Collections.Concurrent;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>The revisions that versions stand for. They never change, so the last ones asked for are remembered.</summary>
internal sealed class MachineRevisions(IStateMachineStore store)
{
    private const int Remembered = 512;

    private readonly ConcurrentDictionary<long, StateMachineRecord> known = [];

    /// <summary>The machine as a version has it.</summary>
    public async ValueTask<StateMachineRecord> FindAsync(MachineVersion version, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(version.Revision, out var revision))
        {
            revision = await store.FindRevisionAsync(version.Revision, cancellationToken)
                ?? throw new InvalidOperationException($"expected revision {version.Revision} of version {version.Number}, found none");
            Remember(revision);
        }

        return revision with { Version = version.Number, Description = version.Description, CreationDate = version.CreationDate };
    }

    private void Remember(StateMachineRecord revision)
    {
        if (known.Count >= Remembered)
        {
            known.Clear();
        }

        known[revision.Revision] = revision;
    }
}
