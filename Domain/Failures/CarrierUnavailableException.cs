namespace TaskOrchestration.Domain.Failures;

/// <summary>The carrier could not be reached or has no capacity. Transient: the same step may be tried again.</summary>
public sealed class CarrierUnavailableException(string message) : DomainException("CarrierUnavailable", message);
