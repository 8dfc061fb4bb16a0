using System.Xml;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>The rules, from the one file that defines them.</summary>
public static class AlertRules
{
    private const string Resource = "alert-rules.json";

    private static readonly Lazy<IReadOnlyList<AlertRule>> Defined = new(Load);

    /// <summary>All rules.</summary>
    public static IReadOnlyList<AlertRule> All => Defined.Value;

    /// <summary>Reads a file of rules.</summary>
    /// <exception cref="InvalidDataException">It is not one; the message says where and what was expected.</exception>
    public static IReadOnlyList<AlertRule> Parse(ReadOnlySpan<byte> utf8)
    {
        var rules = (Json.Parse(utf8) as JsonObject)?["rules"] as JsonArray ?? throw new InvalidDataException("Expected an object with an array \"rules\".");
        var parsed = rules.Select((rule, index) => Rule(rule as JsonObject ?? throw new InvalidDataException($"rules[{index}]: expected an object, found {rule.Kind}."), index)).ToList();
        return parsed.DistinctBy(rule => rule.Name).Count() == parsed.Count ? parsed : throw new InvalidDataException("Expected rules of different names, found one twice.");
    }

    private static IReadOnlyList<AlertRule> Load()
    {
        using var file = typeof(AlertRules).Assembly.GetManifestResourceStream(Resource)!;
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return Parse(bytes.ToArray());
    }

    private static AlertRule Rule(JsonObject rule, int index) => new()
    {
        Name = Text(rule, "name", index),
        Severity = (int)Number(rule, "severity", index),
        Description = Text(rule, "description", index),
        Signal = Enum.TryParse<AlertSignal>(Text(rule, "signal", index), ignoreCase: true, out var signal)
            ? signal
            : throw Wrong(index, "signal", $"one of {string.Join(", ", Enum.GetNames<AlertSignal>())}"),
        Threshold = Number(rule, "threshold", index),
        Window = Duration(rule, "window", index),
        EvaluateEvery = Duration(rule, "evaluateEvery", index),
        PendingFor = Duration(rule, "pendingFor", index),
        ResolveAfter = Duration(rule, "resolveAfter", index),
        Query = Text(rule, "query", index),
    };

    private static string Text(JsonObject rule, string name, int index) => (rule[name] as JsonString)?.Value ?? throw Wrong(index, name, "a text");

    private static double Number(JsonObject rule, string name, int index) =>
        rule[name] is JsonNumber number ? double.Parse(number.ToString(), System.Globalization.CultureInfo.InvariantCulture) : throw Wrong(index, name, "a number");

    private static TimeSpan Duration(JsonObject rule, string name, int index)
    {
        try
        {
            return XmlConvert.ToTimeSpan(Text(rule, name, index));
        }
        catch (FormatException)
        {
            throw Wrong(index, name, "an ISO 8601 duration");
        }
    }

    private static InvalidDataException Wrong(int index, string name, string expected) => new($"rules[{index}].{name}: expected {expected}.");
}
