using System.Security.Cryptography;
using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Catalog;

namespace TaskOrchestration.Functions.Storage.Catalog;

/// <summary>The revisions of all machines: each in a partition of its own, written once and never changed.</summary>
/// <remarks>
/// A definition may have a megabyte, and written in some scripts that does not become less when it is compressed: what may be too long for an
/// entity lies in pieces beside it, which are there before the revision is.
/// </remarks>
internal sealed class MachineRevisions(EntityTable table, TimeProvider time)
{
    private const string Head = "revision";

    /// <summary>So many characters fit into an entity, whatever they are. A piece has one less where a character of two halves would be cut in two: alone, neither half can be kept.</summary>
    private const int PieceLength = 250_000;

    /// <summary>How many of a number's bits are at random. With those of the millisecond they are 52: a JSON number keeps them all.</summary>
    private const int RandomBits = 11;

    /// <summary>Into how many entities of their own a definition goes; none if it is short enough to lie with the rest.</summary>
    public static int PiecesOf(StateMachineRecord machine) =>
        machine.Definition.Length <= PieceLength ? 0 : PiecesOf(machine.Definition).Count();

    /// <summary>Keeps a revision under a number that no other one has.</summary>
    public async ValueTask<StateMachineRecord> AddAsync(StateMachineRecord machine, CancellationToken cancellationToken)
    {
        while (true)
        {
            var numbered = machine with { Revision = (time.GetUtcNow().ToUnixTimeMilliseconds() << RandomBits) | (uint)RandomNumberGenerator.GetInt32(1 << RandomBits) };
            if (await TryAddAsync(numbered, cancellationToken))
            {
                return numbered;
            }
        }
    }

    /// <summary>A revision, or none.</summary>
    public async ValueTask<StateMachineRecord?> FindAsync(long revision, CancellationToken cancellationToken) =>
        await table.FindAsync(PartitionOf(revision), Head, cancellationToken: cancellationToken) is { } entity
            ? MachineEntity.Read(entity, await DefinitionAsync(entity, cancellationToken))
            : null;

    /// <summary>The definition that belongs to an entity of a machine.</summary>
    public async ValueTask<string> DefinitionAsync(TableEntity entity, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(entity.GetInt64(MachineEntity.Revision)!.Value);
        var pieces = entity.GetInt32(MachineEntity.Pieces) ?? 0;
        return pieces == 0
            ? entity.FindText(MachineEntity.Definition) ?? ""
            : string.Concat(await Task.WhenAll(Enumerable.Range(0, pieces).Select(number => PieceAsync(partition, number, cancellationToken))));
    }

    /// <summary>Takes a revision back that has not become a machine's.</summary>
    public async ValueTask WithdrawAsync(StateMachineRecord machine, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(machine.Revision);
        await table.TryDeleteAsync(partition, Head, cancellationToken: cancellationToken);
        for (var number = 0; number < PiecesOf(machine); number++)
        {
            await table.TryDeleteAsync(partition, PieceKey(number), cancellationToken: cancellationToken);
        }
    }

    private async ValueTask<bool> TryAddAsync(StateMachineRecord machine, CancellationToken cancellationToken)
    {
        var partition = PartitionOf(machine.Revision);
        var pieces = PiecesOf(machine);
        foreach (var (number, text) in PiecesOf(machine.Definition).Take(pieces).Index())
        {
            var piece = new TableEntity(partition, PieceKey(number));
            piece.SetText(MachineEntity.Definition, text);
            if (await table.TryAddAsync(piece, cancellationToken) is null)
            {
                return false;
            }
        }

        return await table.TryAddAsync(MachineEntity.Write(partition, Head, machine, pieces), cancellationToken) is not null;
    }

    private static IEnumerable<string> PiecesOf(string definition)
    {
        for (int from = 0, to; from < definition.Length; from = to)
        {
            to = Math.Min(from + PieceLength, definition.Length);
            to -= to < definition.Length && char.IsSurrogatePair(definition, to - 1) ? 1 : 0;
            yield return definition[from..to];
        }
    }

    private async Task<string> PieceAsync(string partition, int number, CancellationToken cancellationToken) =>
        (await table.FindAsync(partition, PieceKey(number), cancellationToken: cancellationToken))?.FindText(MachineEntity.Definition)
        ?? throw new InvalidDataException($"Expected piece {number} of the definition of revision '{partition}', found none.");

    private static string PartitionOf(long revision) => $"r|{KeyOrder.Ascending(revision)}";

    private static string PieceKey(int number) => $"piece|{number:D4}";
}
