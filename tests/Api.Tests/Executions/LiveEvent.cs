using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Tests.Executions;

/// <summary>A server-sent event.</summary>
internal sealed record LiveEvent(string Name, string? Id, JsonObject Data)
{
    /// <summary>The types of the history events it brings.</summary>
    public IEnumerable<string> Types => (Data["events"] as JsonArray ?? JsonArray.Empty).Select(happened => ((JsonString)((JsonObject)happened)["type"]!).Value);

    /// <summary>The ids of the history events it brings.</summary>
    public IEnumerable<string> Ids => (Data["events"] as JsonArray ?? JsonArray.Empty).Select(happened => ((JsonObject)happened)["id"]!.ToString());

    /// <summary>Where the execution stands, if that is what it says.</summary>
    public string? Status => (Data["status"] as JsonString)?.Value;
}
