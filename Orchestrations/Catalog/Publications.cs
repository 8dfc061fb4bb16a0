using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Catalog;

/// <summary>All that is published of one machine: its versions and its aliases.</summary>
/// <remarks>They are kept and changed as one, so that no alias ever leads to a version that is not there.</remarks>
public sealed record Publications
{
    /// <summary>The creation date of the machine: what was left behind by an earlier machine of the same ARN is none of its.</summary>
    public required DateTimeOffset MachineCreated { get; init; }

    /// <summary>The number of the last version there has been; 0 if there has been none.</summary>
    public int LastNumber { get; init; }

    /// <summary>The versions, by their numbers.</summary>
    public ValueList<MachineVersion> Versions { get; init; } = [];

    /// <summary>The aliases, by their names.</summary>
    public ValueList<MachineAlias> Aliases { get; init; } = [];

    /// <summary>The version of that number, or null.</summary>
    public MachineVersion? Version(int number) => Versions.FirstOrDefault(version => version.Number == number);

    /// <summary>The newest version of a revision, or null.</summary>
    public MachineVersion? VersionOf(long revision) => Versions.LastOrDefault(version => version.Revision == revision);

    /// <summary>The alias of that name, or null.</summary>
    public MachineAlias? Alias(string name) => Aliases.FirstOrDefault(alias => alias.Name == name);

    /// <summary>Whether there is a version or an alias as an ARN names it.</summary>
    public bool Has(QualifiedArn named) => (named.Version is { } number && Version(number) is not null) || (named.Alias is { } name && Alias(name) is not null);

    /// <summary>The aliases that lead to a version.</summary>
    public IEnumerable<MachineAlias> AliasesOf(int number) => Aliases.Where(alias => alias.Routes.Any(route => route.Version == number));

    /// <summary>With one version more.</summary>
    public Publications Publish(long revision, string? description, DateTimeOffset at) => this with
    {
        LastNumber = LastNumber + 1,
        Versions = [.. Versions, new MachineVersion { Number = LastNumber + 1, Revision = revision, Description = description, CreationDate = at }],
    };

    /// <summary>Without a version.</summary>
    public Publications WithoutVersion(int number) => this with { Versions = [.. Versions.Where(version => version.Number != number)] };

    /// <summary>With an alias, in place of the one of its name if there is one.</summary>
    public Publications With(MachineAlias alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return this with { Aliases = [.. WithoutAlias(alias.Name).Aliases.Append(alias).OrderBy(one => one.Name, StringComparer.Ordinal)] };
    }

    /// <summary>Without an alias.</summary>
    public Publications WithoutAlias(string name) => this with { Aliases = [.. Aliases.Where(alias => alias.Name != name)] };
}
