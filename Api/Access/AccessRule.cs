using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access;

/// <summary>Who may call an endpoint. An endpoint without a rule answers nobody.</summary>
/// <param name="AnyOf">One of these roles is needed; <see cref="Roles.None"/> when any caller will do.</param>
/// <param name="IsPublic">Whether no credentials are needed at all.</param>
/// <remarks>Ownership is the endpoint's own affair: a thing that is not the caller's to see is answered as if it did not exist.</remarks>
public sealed record AccessRule(Roles AnyOf, bool IsPublic = false);
