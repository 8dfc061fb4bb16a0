namespace TaskOrchestration.Api.Rest;

/// <summary>The parameters of an operation that takes none.</summary>
internal sealed record NoParameters;
