using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Corpora;

/// <summary>Members of a case by the kind of value they are known to have.</summary>
public static class JsonMembers
{
    /// <summary>The text under a name, or null if there is none or it is no text.</summary>
    public static string? Text(this Json? value, string name) => (value as JsonObject)?[name] is JsonString text ? text.Value : null;

    /// <summary>The object under a name, or null.</summary>
    public static JsonObject? Object(this Json? value, string name) => (value as JsonObject)?[name] as JsonObject;

    /// <summary>The list under a name; an empty one if there is none.</summary>
    public static JsonArray Items(this Json? value, string name) => (value as JsonObject)?[name] as JsonArray ?? JsonArray.Empty;

    /// <summary>The texts in the list under a name.</summary>
    public static IEnumerable<string> Texts(this Json? value, string name) => value.Items(name).OfType<JsonString>().Select(text => text.Value);

    /// <summary>The whole number under a name, or null.</summary>
    public static long? Integer(this Json? value, string name) =>
        (value as JsonObject)?[name] is JsonNumber number && number.TryGetInteger(out var whole) ? whole : null;

    /// <summary>Whether the member is <c>true</c>.</summary>
    public static bool IsTrue(this Json? value, string name) => (value as JsonObject)?[name] is JsonBoolean { Value: true };
}
