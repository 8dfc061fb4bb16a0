namespace TaskOrchestration.Domain.Failures;

/// <summary>A settlement that cannot be made as it is asked for.</summary>
public sealed class InvalidSettlementException(string message) : DomainException("InvalidSettlement", message);
