using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access.Sessions.Views;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Sessions;

/// <summary>What there is to do, and who may.</summary>
internal sealed class Permissions(IEnumerable<Endpoint> endpoints)
{
    private readonly IReadOnlyList<(string Operation, Roles AnyOf, bool IsLimited)> all =
    [
        .. endpoints.OfType<RouteEndpoint>().SelectMany(OfRest).Concat(WireActions.All.Select(action => ($"states:{action.Key}", action.Value, MachineLimits.MayLimit(action.Key))))
            .OrderBy(rule => rule.Item1, StringComparer.Ordinal),
    ];

    /// <summary>Each, as it is for a caller.</summary>
    public IReadOnlyList<PermissionView> Of(Caller caller) => [.. all.Select(rule => View(rule.Operation, rule.AnyOf, rule.IsLimited, caller))];

    private static IEnumerable<(string Operation, Roles AnyOf, bool IsLimited)> OfRest(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<Operation>() is { } operation && endpoint.Metadata.GetMetadata<AccessRule>() is { } rule)
        {
            yield return (operation.Id, rule.IsPublic ? Roles.None : rule.AnyOf, rule.IsPublic || endpoint.Metadata.GetMetadata<MachineLimited>() is not null);
        }
    }

    private static PermissionView View(string operation, Roles anyOf, bool isLimited, Caller caller) => anyOf == Roles.None || caller.Has(anyOf)
        ? isLimited || caller.Machines.IsAll
            ? new PermissionView { Operation = operation, Allowed = true }
            : new PermissionView { Operation = operation, Allowed = false, Reason = $"This needs a key for all machines; that of {caller.Name} is for {string.Join(", ", caller.Machines.Patterns)}." }
        : new PermissionView { Operation = operation, Allowed = false, Reason = $"This needs the role {string.Join(" or ", RoleNames.Of(anyOf))}; {caller.Name} has {RolesOf(caller)}." };

    private static string RolesOf(Caller caller) => caller.Roles == Roles.None ? "no role" : string.Join(", ", RoleNames.Of(caller.Roles));
}
