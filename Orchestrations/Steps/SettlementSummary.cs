using TaskOrchestration.Domain.Settlements;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>A settlement's report, and where its files lie.</summary>
/// <param name="Report">The report.</param>
/// <param name="JsonPath">The blob with the report.</param>
/// <param name="CsvPath">The blob with a line for every entry that was settled.</param>
internal sealed record SettlementSummary(SettlementReport Report, string JsonPath, string CsvPath);
