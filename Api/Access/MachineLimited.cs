namespace TaskOrchestration.Api.Access;

/// <summary>Says of an endpoint that it keeps to the machines that a caller's key is for. Callers with such a key may use no endpoint that does not say so.</summary>
internal sealed record MachineLimited;
