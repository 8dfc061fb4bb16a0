namespace TaskOrchestration.Api.Access;

/// <summary>How this server finds out who calls.</summary>
internal sealed record AccessModeSetting(AccessMode Mode);
