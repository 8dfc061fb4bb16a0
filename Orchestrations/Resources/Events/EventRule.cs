using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Events;

/// <summary>Which events of a bus go into which queue.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Queue">The name of the queue.</param>
public sealed record EventRule(string Name, string Queue)
{
    /// <summary>The bus that every account has.</summary>
    public const string DefaultBus = "default";

    /// <summary>The bus.</summary>
    public string Bus { get; init; } = DefaultBus;

    /// <summary>What an event has to look like; null for all.</summary>
    public JsonObject? Pattern { get; init; }
}
