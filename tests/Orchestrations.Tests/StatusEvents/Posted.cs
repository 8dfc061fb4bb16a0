using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

/// <summary>An event that was posted.</summary>
internal sealed record Posted(string Key, string? Timestamp, string? Signature, JsonObject Event)
{
    public string Status => Text("status");

    public string Name => Text("name");

    private string Text(string member) => ((JsonString)((JsonObject)Event["detail"]!)[member]!).Value;
}
