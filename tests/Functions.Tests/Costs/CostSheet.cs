using System.Text.Json;
using TaskOrchestration.Support;

namespace TaskOrchestration.Functions.Tests.Costs;

/// <summary>What docs/azure-costs.json says: what was counted, what things cost, and what they can take.</summary>
public sealed record CostSheet(Prices Prices, Capacity Capacity, IReadOnlyList<WorkflowCounts> Workflows, string Sized, IReadOnlyList<long> ExecutionsPerDay)
{
    public static string Path => Repository.PathOf("docs", "azure-costs.json");

    public static CostSheet Read() => JsonSerializer.Deserialize<CostSheet>(File.ReadAllText(Path), JsonSerializerOptions.Web)!;
}
