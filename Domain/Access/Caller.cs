namespace TaskOrchestration.Domain.Access;

/// <summary>Who asks.</summary>
/// <param name="Name">By what name they own things.</param>
/// <param name="Roles">What they may do.</param>
/// <param name="Credential">What they showed: a key's id, <c>oidc</c>, or <c>anonymous</c>.</param>
public sealed record Caller(string Name, Roles Roles, string Credential)
{
    /// <summary>Which machines they may have to do with.</summary>
    public MachineScope Machines { get; init; } = MachineScope.All;

    /// <summary>Whether they may see and change everybody's tasks.</summary>
    public bool SeesAll => Has(Roles.Operator);

    /// <summary>Whether they have one of these roles. An admin has every role.</summary>
    public bool Has(Roles anyOf) => (Roles & (anyOf | Roles.Admin)) != Roles.None;

    /// <summary>Whether something of this owner's is theirs to see and change.</summary>
    public bool MaySee(string owner) => SeesAll || owner == Name;
}
