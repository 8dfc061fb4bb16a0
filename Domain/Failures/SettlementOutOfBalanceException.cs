namespace TaskOrchestration.Domain.Failures;

/// <summary>What was settled is not what the ledger says. Nothing that is tried again will mend it: somebody has to look.</summary>
public sealed class SettlementOutOfBalanceException(string message) : DomainException("SettlementOutOfBalance", message);
