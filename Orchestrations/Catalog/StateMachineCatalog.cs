using System.Security.Cryptography;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What one can do with stored machines. Names, ARNs and role ARNs are taken to be well-formed: the host checks them in its own words.</summary>
public sealed class StateMachineCatalog
{
    private const int Percent = 100;

    private readonly IStateMachineStore store;
    private readonly TimeProvider time;
    private readonly PublicationRegister register;
    private readonly MachineRevisions revisions;
    private readonly ResourceQuota quota;
    private readonly int most;

    /// <summary>The catalog of the machines in a store.</summary>
    /// <param name="store">Where they are.</param>
    /// <param name="arns">How the ARNs of new ones are spelled.</param>
    /// <param name="time">What time it is.</param>
    /// <param name="documents">Where their versions, aliases and tags are; in memory where none is given.</param>
    /// <param name="quotas">How many there may be; as on AWS where nothing is given.</param>
    public StateMachineCatalog(IStateMachineStore store, ArnScheme arns, TimeProvider time, IResourceDocuments? documents = null, AccountQuotas? quotas = null)
    {
        this.store = store;
        this.time = time;
        Arns = arns;
        most = (quotas ?? new AccountQuotas()).StateMachines;
        quota = new ResourceQuota(most, store.CountAsync);
        documents ??= new MemoryResourceDocuments();
        register = new PublicationRegister(documents);
        revisions = new MachineRevisions(store);
        Versions = new MachineVersions(store, register, time);
        Aliases = new MachineAliases(store, register, time);
        Tags = new ResourceTags(documents);
    }

    /// <summary>How the ARNs of new machines are spelled.</summary>
    public ArnScheme Arns { get; }

    /// <summary>The versions of the machines.</summary>
    public MachineVersions Versions { get; }

    /// <summary>The aliases of the machines.</summary>
    public MachineAliases Aliases { get; }

    /// <summary>The tags of the machines, and of other resources.</summary>
    public ResourceTags Tags { get; }

    /// <summary>Creates a machine. The same wish again gives the machine that is there.</summary>
    /// <exception cref="RefusedException">The definition has errors, or the name is taken by a machine with another definition, type or configuration.</exception>
    public async ValueTask<StateMachineRecord> CreateAsync(StateMachineDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        RefuseInvalid(draft.Definition, draft.Type);
        var now = Now();
        var machine = new StateMachineRecord
        {
            Arn = Arns.StateMachine(draft.Name),
            Name = draft.Name,
            Type = draft.Type,
            Definition = draft.Definition,
            RoleArn = draft.RoleArn,
            CreationDate = now,
            UpdateDate = now,
            LoggingConfiguration = draft.LoggingConfiguration,
            TracingConfiguration = draft.TracingConfiguration,
            EncryptionConfiguration = draft.EncryptionConfiguration,
        };
        while (true)
        {
            if (await store.FindAsync(machine.Arn, cancellationToken) is null && !await quota.TakeAsync(cancellationToken))
            {
                throw new RefusedException(Refusal.StateMachineLimitExceeded, $"State Machine Limit Exceeded: 'There are {most} state machines, and no more may be'");
            }

            if (await store.TryAddAsync(machine, cancellationToken) is { } added)
            {
                return added;
            }

            if (await store.FindAsync(machine.Arn, cancellationToken) is { } existing)
            {
                return IsSameWish(existing, machine)
                    ? existing
                    : throw new RefusedException(Refusal.StateMachineAlreadyExists, $"State Machine Already Exists: '{machine.Arn}'");
            }
        }
    }

    /// <summary>Changes a machine. Executions that run keep the revision they began with. What changes nothing makes no new revision.</summary>
    /// <exception cref="RefusedException">There is no such machine, or the definition has errors.</exception>
    public async ValueTask<StateMachineRecord> UpdateAsync(string arn, StateMachineChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var current = await store.FindAsync(arn, cancellationToken) ?? throw DoesNotExist(arn);
            if (change.Definition is { } definition)
            {
                RefuseInvalid(definition, current.Type);
            }

            var changed = current with
            {
                Definition = change.Definition ?? current.Definition,
                RoleArn = change.RoleArn ?? current.RoleArn,
                LoggingConfiguration = change.LoggingConfiguration ?? current.LoggingConfiguration,
                TracingConfiguration = change.TracingConfiguration ?? current.TracingConfiguration,
                EncryptionConfiguration = change.EncryptionConfiguration ?? current.EncryptionConfiguration,
            };
            if (changed.Equals(current))
            {
                return current;
            }

            if (change.IsPublished)
            {
                await Versions.RequireRoomAsync(current, cancellationToken);
            }

            var revised = changed with { UpdateDate = Now(), RevisionId = Guid.NewGuid().ToString() };
            if (await store.TryReplaceAsync(revised, current.Revision, cancellationToken) is { } updated)
            {
                return updated;
            }
        }
    }

    /// <summary>A machine at its current revision, or null if there is none.</summary>
    public ValueTask<StateMachineRecord?> FindAsync(string arn, CancellationToken cancellationToken = default) => store.FindAsync(arn, cancellationToken);

    /// <summary>A machine at its current revision, or one of its versions.</summary>
    /// <exception cref="RefusedException">There is no such machine or version; an alias is none.</exception>
    public async ValueTask<StateMachineRecord> DescribeAsync(string arn, CancellationToken cancellationToken = default)
    {
        var named = QualifiedArn.Read(arn);
        return named.IsQualified
            ? named.Version is { } number && await FindVersionAsync(named.Machine, number, cancellationToken) is { } version ? version : throw DoesNotExist(arn)
            : await store.FindAsync(arn, cancellationToken) ?? throw DoesNotExist(arn);
    }

    /// <summary>What is to run when an execution is started by an ARN: of a machine, a version or an alias, which says by its weights which version it is this time.</summary>
    /// <exception cref="RefusedException">There is nothing of that ARN.</exception>
    public async ValueTask<StateMachineRecord> ResolveAsync(string arn, CancellationToken cancellationToken = default)
    {
        var named = QualifiedArn.Read(arn);
        return named.Alias is { } alias
            ? await FindRouteAsync(named.Machine, alias, cancellationToken) ?? throw DoesNotExist(arn)
            : await DescribeAsync(arn, cancellationToken);
    }

    /// <summary>The machine that an ARN of it, of a version or of an alias belongs to, at its current revision.</summary>
    /// <exception cref="RefusedException">There is nothing of that ARN.</exception>
    public async ValueTask<StateMachineRecord> FindMachineAsync(string arn, CancellationToken cancellationToken = default)
    {
        var named = QualifiedArn.Read(arn);
        var machine = await store.FindAsync(named.Machine, cancellationToken) ?? throw DoesNotExist(arn);
        return !named.IsQualified || (await register.FindAsync(machine, cancellationToken)).Has(named) ? machine : throw DoesNotExist(arn);
    }

    /// <summary>Deletes a machine with its versions, aliases and tags; one that is not there is no error. Executions that run go on to their end.</summary>
    public async ValueTask DeleteAsync(string arn, CancellationToken cancellationToken = default)
    {
        // What is left behind if this ends in the middle belongs to nobody: a new machine of that ARN has another creation date.
        await store.DeleteAsync(arn, cancellationToken);
        await register.ForgetAsync(arn, cancellationToken);
        await Tags.ForgetAsync(arn, cancellationToken);
    }

    /// <summary>The machines, in the order of their ARNs.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Page<StateMachineRecord>> ListAsync(int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var after = cursor is null ? null : Cursor.Read(cursor, "machines");
        var found = await store.ListAsync(after, limit + 1, cancellationToken);
        return found.Count <= limit
            ? new Page<StateMachineRecord>([.. found], Next: null)
            : new Page<StateMachineRecord>([.. found.Take(limit)], Cursor.Write(found[limit - 1].Arn, "machines"));
    }

    /// <summary>Whether a machine is what was wished for. As on AWS, another role makes no difference, and the machine keeps its own.</summary>
    private static bool IsSameWish(StateMachineRecord existing, StateMachineRecord wish) =>
        existing.Definition == wish.Definition
        && existing.Type == wish.Type
        && Equals(existing.LoggingConfiguration, wish.LoggingConfiguration)
        && Equals(existing.TracingConfiguration, wish.TracingConfiguration);

    private static void RefuseInvalid(string definition, StateMachineType type)
    {
        var parsed = DefinitionParser.Parse(definition, type);
        if (parsed.Machine is not null)
        {
            return;
        }

        var errors = parsed.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.Complaint);
        throw new RefusedException(Refusal.InvalidDefinition, $"Invalid State Machine Definition: '{string.Join(", ", errors)}'") { Problems = parsed.Problems };
    }

    private async ValueTask<StateMachineRecord?> FindVersionAsync(string machineArn, int number, CancellationToken cancellationToken) =>
        await store.FindAsync(machineArn, cancellationToken) is { } machine && (await register.FindAsync(machine, cancellationToken)).Version(number) is { } version
            ? await revisions.FindAsync(version, cancellationToken)
            : null;

    private async ValueTask<StateMachineRecord?> FindRouteAsync(string machineArn, string name, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(machineArn, cancellationToken) is not { } machine)
        {
            return null;
        }

        var known = await register.FindAsync(machine, cancellationToken);
        if (known.Alias(name) is not { } alias)
        {
            return null;
        }

        var version = known.Version(alias.VersionFor(RandomNumberGenerator.GetInt32(Percent)))
            ?? throw new InvalidOperationException($"expected a version that alias '{name}' of {machineArn} leads to, found none");
        return await revisions.FindAsync(version, cancellationToken) with { Alias = name };
    }

    private static RefusedException DoesNotExist(string arn) => new(Refusal.StateMachineDoesNotExist, $"State Machine Does Not Exist: '{arn}'");

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
