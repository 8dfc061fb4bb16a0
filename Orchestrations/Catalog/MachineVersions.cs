using System.Globalization;
using TaskOrchestration.Orchestrations.Executions;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What one can do with the versions of machines.</summary>
public sealed class MachineVersions
{
    /// <summary>How many versions a machine may have.</summary>
    public const int Most = 1_000;

    /// <summary>What stands for the revision of a machine that was never changed: it has no id.</summary>
    public const string InitialRevision = "INITIAL";

    private readonly IStateMachineStore store;
    private readonly PublicationRegister register;
    private readonly TimeProvider time;

    internal MachineVersions(IStateMachineStore store, PublicationRegister register, TimeProvider time)
    {
        this.store = store;
        this.register = register;
        this.time = time;
    }

    /// <summary>Publishes the current revision of a machine. If it has been published already, that version is the answer.</summary>
    /// <param name="machineArn">The machine.</param>
    /// <param name="revisionId">The revision that the caller means, <see cref="InitialRevision"/> for that of a machine never changed; or null for whichever is current.</param>
    /// <param name="description">What to say about the version.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">There is no such machine, another revision is current, or there are as many versions as may be.</exception>
    public async ValueTask<MachineVersion> PublishAsync(string machineArn, string? revisionId, string? description, CancellationToken cancellationToken = default)
    {
        var machine = await FindMachineAsync(machineArn, cancellationToken);
        var current = machine.RevisionId ?? InitialRevision;
        return revisionId is null || revisionId == current
            ? await PublishAsync(machine, description, cancellationToken)
            : throw new RefusedException(
                Refusal.Conflict,
                $"Failed to publish the State Machine version for revision {revisionId}. The current State Machine revision is {current}.");
    }

    /// <summary>Publishes a revision of a machine, whatever has become of the machine since. If it has been published already, that version is the answer.</summary>
    /// <exception cref="RefusedException">There are as many versions as may be.</exception>
    public async ValueTask<MachineVersion> PublishAsync(StateMachineRecord machine, string? description, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var now = Now();
        var published = await register.ChangeAsync(
            machine,
            known => known.VersionOf(machine.Revision) is null ? WithRoom(known, machine.Arn).Publish(machine.Revision, description, now) : known,
            cancellationToken);
        return published.VersionOf(machine.Revision)!;
    }

    /// <summary>Goes on only if a machine may have another version.</summary>
    /// <exception cref="RefusedException">There are as many versions as may be.</exception>
    internal async ValueTask RequireRoomAsync(StateMachineRecord machine, CancellationToken cancellationToken) =>
        WithRoom(await register.FindAsync(machine, cancellationToken), machine.Arn);

    /// <summary>The versions of a machine, newest first; none if there is no such machine.</summary>
    /// <param name="machineArn">The machine.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<MachineVersion>> ListAsync(string machineArn, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var query = $"versions {machineArn}";
        var before = cursor is null ? int.MaxValue : Position(cursor, query);
        if (await store.FindAsync(machineArn, cancellationToken) is not { } machine)
        {
            return new Page<MachineVersion>([], Next: null);
        }

        var known = await register.FindAsync(machine, cancellationToken);
        List<MachineVersion> found = [.. known.Versions.Reverse().Where(version => version.Number < before).Take(limit + 1)];
        return new Page<MachineVersion>(
            [.. found.Take(limit)],
            found.Count > limit ? Cursor.Write(found[limit - 1].Number.ToString(CultureInfo.InvariantCulture), query) : null);
    }

    /// <summary>Deletes a version; one that is not there is no error. Executions of it go on to their end.</summary>
    /// <exception cref="RefusedException">An alias leads to it.</exception>
    public async ValueTask DeleteAsync(string machineArn, int number, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(machineArn, cancellationToken) is not { } machine)
        {
            return;
        }

        await register.ChangeAsync(machine, known => Unreferenced(known, number).WithoutVersion(number), cancellationToken);
    }

    private static Publications WithRoom(Publications known, string machineArn) => known.Versions.Count < Most
        ? known
        : throw new RefusedException(Refusal.ServiceQuotaExceeded, $"The state machine '{machineArn}' has {known.Versions.Count} versions, and no more are allowed; delete some that are not needed any more.");

    private static Publications Unreferenced(Publications known, int number)
    {
        string[] aliases = [.. known.AliasesOf(number).Select(alias => alias.Name)];
        return aliases.Length == 0
            ? known
            : throw new RefusedException(
                Refusal.Conflict,
                $"Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [{string.Join(", ", aliases)}]");
    }

    private async ValueTask<StateMachineRecord> FindMachineAsync(string machineArn, CancellationToken cancellationToken) =>
        await store.FindAsync(machineArn, cancellationToken)
        ?? throw new RefusedException(Refusal.StateMachineDoesNotExist, $"State Machine Does Not Exist: '{machineArn}'");

    private static int Position(string cursor, string query) =>
        int.TryParse(Cursor.Read(cursor, query), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : throw Cursor.Invalid(cursor);

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
