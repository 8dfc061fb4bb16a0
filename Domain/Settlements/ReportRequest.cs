using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>What <see cref="SettlementReporting"/> is told.</summary>
/// <param name="SettlementId">The settlement.</param>
/// <param name="FailedPages">The pages whose steps failed for good, each with the name of its error.</param>
/// <param name="ToleratedFailurePercentage">The share of pages that may fail; none for that of the options.</param>
public sealed record ReportRequest(
    string SettlementId, ValueList<FailedPage> FailedPages, decimal? ToleratedFailurePercentage = null);
