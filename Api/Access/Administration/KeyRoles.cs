using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Administration;

/// <summary>Roles as the REST API lists them.</summary>
internal static class KeyRoles
{
    public static IReadOnlyList<KeyRole> Of(Roles roles) => [.. Enum.GetValues<KeyRole>().Where(role => roles.HasFlag((Roles)role))];
}
