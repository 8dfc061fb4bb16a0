using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What one can do with stored machines. Names, ARNs and role ARNs are taken to be well-formed: the host checks them in its own words.</summary>
public sealed class StateMachineCatalog(IStateMachineStore store, ArnScheme arns, TimeProvider time)
{
    /// <summary>How the ARNs of new machines are spelled.</summary>
    public ArnScheme Arns { get; } = arns;

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

    /// <summary>Changes a machine. Executions that run keep the revision they began with.</summary>
    /// <exception cref="RefusedException">There is no such machine, or the definition has errors.</exception>
    public async ValueTask<StateMachineRecord> UpdateAsync(string arn, StateMachineChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var current = await DescribeAsync(arn, cancellationToken);
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
                UpdateDate = Now(),
                RevisionId = Guid.NewGuid().ToString(),
            };
            if (await store.TryReplaceAsync(changed, current.Revision, cancellationToken) is { } updated)
            {
                return updated;
            }
        }
    }

    /// <summary>A machine at its current revision.</summary>
    /// <exception cref="RefusedException">There is no such machine.</exception>
    public async ValueTask<StateMachineRecord> DescribeAsync(string arn, CancellationToken cancellationToken = default) =>
        await store.FindAsync(arn, cancellationToken)
        ?? throw new RefusedException(Refusal.StateMachineDoesNotExist, $"State Machine Does Not Exist: '{arn}'");

    /// <summary>Deletes a machine; one that is not there is no error. Executions that run go on to their end.</summary>
    public async ValueTask DeleteAsync(string arn, CancellationToken cancellationToken = default) => await store.DeleteAsync(arn, cancellationToken);

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

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
