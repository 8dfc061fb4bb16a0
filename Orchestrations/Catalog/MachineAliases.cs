using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>What one can do with the aliases of machines. That the weights of routes are right, and their versions distinct, is the caller's to check.</summary>
public sealed class MachineAliases
{
    /// <summary>How many aliases a machine may have.</summary>
    public const int Most = 100;

    private readonly IStateMachineStore store;
    private readonly PublicationRegister register;
    private readonly TimeProvider time;

    internal MachineAliases(IStateMachineStore store, PublicationRegister register, TimeProvider time)
    {
        this.store = store;
        this.register = register;
        this.time = time;
    }

    /// <summary>Creates an alias. The same wish again gives the one that is there.</summary>
    /// <exception cref="RefusedException">
    /// There is no such machine or version, there are as many aliases as may be, or there is one of that name that leads elsewhere or is described otherwise.
    /// </exception>
    public async ValueTask<MachineAlias> CreateAsync(
        string machineArn, string name, string? description, ValueList<AliasRoute> routes, CancellationToken cancellationToken = default)
    {
        var machine = await store.FindAsync(machineArn, cancellationToken) ?? throw NotFound();
        var now = Now();
        var wish = new MachineAlias { Name = name, Description = description, Routes = routes, CreationDate = now, UpdateDate = now };
        var known = await register.ChangeAsync(machine, known => Create(known, wish, machineArn), cancellationToken);
        return known.Alias(name)!;
    }

    /// <summary>Changes an alias. What is null stays as it is.</summary>
    /// <exception cref="RefusedException">There is no such machine, alias or version.</exception>
    public async ValueTask<MachineAlias> UpdateAsync(
        string machineArn, string name, string? description, ValueList<AliasRoute>? routes, CancellationToken cancellationToken = default)
    {
        var machine = await store.FindAsync(machineArn, cancellationToken) ?? throw NotFound();
        var now = Now();
        var known = await register.ChangeAsync(machine, known => Update(known, name, description, routes, now), cancellationToken);
        return known.Alias(name)!;
    }

    /// <summary>An alias.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public async ValueTask<MachineAlias> DescribeAsync(string machineArn, string name, CancellationToken cancellationToken = default) =>
        await store.FindAsync(machineArn, cancellationToken) is { } machine && (await register.FindAsync(machine, cancellationToken)).Alias(name) is { } alias
            ? alias
            : throw NotFound();

    /// <summary>The aliases of a machine by their names.</summary>
    /// <param name="machineArn">The machine.</param>
    /// <param name="version">Only those that lead to this version, or null for all.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cursor">Where an earlier page ended, or null to begin.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RefusedException">There is no such machine or version.</exception>
    public async ValueTask<Page<MachineAlias>> ListAsync(string machineArn, int? version, int limit, string? cursor, CancellationToken cancellationToken = default)
    {
        var query = $"aliases {machineArn} {version}";
        var after = cursor is null ? null : Cursor.Read(cursor, query);
        var machine = await store.FindAsync(machineArn, cancellationToken)
            ?? throw new RefusedException(Refusal.StateMachineDoesNotExist, $"State Machine Does Not Exist: '{machineArn}'");
        var known = await register.FindAsync(machine, cancellationToken);
        if (version is { } number && known.Version(number) is null)
        {
            throw NotFound();
        }

        var all = version is { } one ? known.AliasesOf(one) : known.Aliases;
        List<MachineAlias> found = [.. all.Where(alias => string.CompareOrdinal(alias.Name, after) > 0).Take(limit + 1)];
        return new Page<MachineAlias>([.. found.Take(limit)], found.Count > limit ? Cursor.Write(found[limit - 1].Name, query) : null);
    }

    /// <summary>Deletes an alias; one that is not there is no error. Executions started by it go on to their end.</summary>
    public async ValueTask DeleteAsync(string machineArn, string name, CancellationToken cancellationToken = default)
    {
        if (await store.FindAsync(machineArn, cancellationToken) is { } machine)
        {
            await register.ChangeAsync(machine, known => known.Alias(name) is null ? known : known.WithoutAlias(name), cancellationToken);
        }
    }

    private static Publications Create(Publications known, MachineAlias wish, string machineArn)
    {
        if (known.Alias(wish.Name) is { } existing)
        {
            return existing.Description == wish.Description && existing.Routes.Equals(wish.Routes)
                ? known
                : throw new RefusedException(Refusal.Conflict, "Failed to create alias because an alias with the same name and a different routing configuration already exists.");
        }

        RequireVersions(known, wish.Routes);
        return known.Aliases.Count < Most
            ? known.With(wish)
            : throw new RefusedException(Refusal.ServiceQuotaExceeded, $"The state machine '{machineArn}' has {known.Aliases.Count} aliases, and no more are allowed.");
    }

    private static Publications Update(Publications known, string name, string? description, ValueList<AliasRoute>? routes, DateTimeOffset now)
    {
        var alias = known.Alias(name) ?? throw NotFound();
        RequireVersions(known, routes ?? []);
        return known.With(alias with { Description = description ?? alias.Description, Routes = routes ?? alias.Routes, UpdateDate = now });
    }

    private static void RequireVersions(Publications known, ValueList<AliasRoute> routes)
    {
        if (routes.Any(route => known.Version(route.Version) is null))
        {
            throw NotFound();
        }
    }

    private static RefusedException NotFound() => new(Refusal.ResourceNotFound, "Request references a resource that does not exist.");

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
