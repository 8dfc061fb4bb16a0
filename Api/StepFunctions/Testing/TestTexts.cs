using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>The members of a request that are JSON in a text.</summary>
internal static class TestTexts
{
    /// <summary>Reads one.</summary>
    public static Json Read(string member, string text) =>
        JsonTexts.TryRead(text, out var value, out var complaint) ? value : throw AwsErrors.Validation($"Invalid JSON at '{member}': {complaint}");

    /// <summary>Reads one that must be an object; an absent one is null.</summary>
    public static JsonObject? ReadObject(string member, string? text) => text is null ? null : Read(member, text) switch
    {
        JsonObject value => value,
        var other => throw AwsErrors.Validation($"Expected a JSON object at '{member}', found another kind of value: {other.Kind.ToString().ToLowerInvariant()}"),
    };
}
