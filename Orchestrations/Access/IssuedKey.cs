using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>A key together with its new secret, which nobody is told a second time.</summary>
public sealed record IssuedKey(ApiKey Key, string Secret);
