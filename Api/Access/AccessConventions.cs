using Microsoft.AspNetCore.Builder;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access;

/// <summary>Says of endpoints who may call them.</summary>
public static class AccessConventions
{
    /// <summary>Anybody may, without credentials.</summary>
    public static TBuilder AllowPublic<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new AccessRule(Roles.None, IsPublic: true));

    /// <summary>Any caller may.</summary>
    public static TBuilder AllowCallers<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new AccessRule(Roles.None));

    /// <summary>The endpoint keeps to the machines that a caller's key is for: callers with such a key may use no other.</summary>
    internal static TBuilder KeepToMachines<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new MachineLimited());

    /// <summary>A caller with one of these roles may; an admin always.</summary>
    public static TBuilder AllowRoles<TBuilder>(this TBuilder endpoints, Roles anyOf)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new AccessRule(anyOf));
}
