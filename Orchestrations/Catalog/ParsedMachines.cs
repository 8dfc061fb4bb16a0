using System.Collections.Concurrent;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>The machines of stored definitions, each parsed once.</summary>
public sealed class ParsedMachines(IStateMachineStore store)
{
    /// <summary>Machines are small beside their executions, but someone may well create one for each of a million jobs.</summary>
    private const int Capacity = 4_096;

    private readonly ConcurrentDictionary<long, StateMachine> byRevision = [];

    /// <summary>The machine of a stored record.</summary>
    public StateMachine Of(StateMachineRecord machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return byRevision.TryGetValue(machine.Revision, out var known) ? known : Keep(machine);
    }

    /// <summary>The machine of a revision by its number.</summary>
    public async ValueTask<StateMachine> FindAsync(long revision, CancellationToken cancellationToken = default)
    {
        if (byRevision.TryGetValue(revision, out var known))
        {
            return known;
        }

        var machine = await store.FindRevisionAsync(revision, cancellationToken) ?? throw new InvalidOperationException($"expected a machine with revision {revision}, found none");
        return Keep(machine);
    }

    /// <summary>The machine of a revision, or the one that the children of a Map in it run.</summary>
    /// <param name="revision">The revision's number.</param>
    /// <param name="mapName">The name of the Map state, or null for the machine itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<StateMachine> FindAsync(long revision, string? mapName, CancellationToken cancellationToken = default)
    {
        var machine = await FindAsync(revision, cancellationToken);
        return mapName is null
            ? machine
            : ChildMachine.Of(machine, ChildMachine.Map(machine, mapName) ?? throw new InvalidOperationException($"expected a Map '{mapName}' in revision {revision}, found none"));
    }

    private StateMachine Keep(StateMachineRecord machine)
    {
        if (byRevision.Count >= Capacity)
        {
            byRevision.Clear();
        }

        var parsed = DefinitionParser.Parse(machine.Definition, isStored: true).Machine
            ?? throw new UnreadableDefinitionException(machine);
        return byRevision.GetOrAdd(machine.Revision, parsed);
    }
}
