using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Reads from a choice rule which values would make it hold, and which would not.</summary>
internal static class ComparisonWishes
{
    /// <summary>Reads a rule; an object that compares no variable says nothing.</summary>
    public static void Read(JsonObject rule, WishList wishes)
    {
        if (rule.Text("Variable") is not { } variable || wishes.Note(PathSegments.Of(variable)) is not { } wish)
        {
            return;
        }

        foreach (var (name, operand) in rule)
        {
            if (name.EndsWith("Path", StringComparison.Ordinal) && operand is JsonString path)
            {
                var other = wishes.Note(PathSegments.Of(path.Value));
                var samples = OfKind(name);
                wish.Scalars.UnionWith(samples);
                other?.Scalars.UnionWith(samples);
            }
            else
            {
                Read(name, operand, wish);
            }
        }
    }

    private static void Read(string name, Json operand, Wish wish)
    {
        switch (operand)
        {
            case JsonNumber number when name.StartsWith("Numeric", StringComparison.Ordinal):
                wish.Scalars.UnionWith([number, Json.Of(number.Value - 1), Json.Of(number.Value + 1)]);
                break;
            case JsonString text when name == "StringMatches":
                wish.Scalars.Add(Json.Of(text.Value.Replace("*", "x", StringComparison.Ordinal)));
                break;
            case JsonString when name != "Variable" && (name.StartsWith("String", StringComparison.Ordinal) || name.StartsWith("Timestamp", StringComparison.Ordinal)):
                wish.Scalars.UnionWith([operand, .. OfKind(name)]);
                break;
            case JsonBoolean:
                wish.MayBeMissing |= name == "IsPresent";
                wish.Scalars.UnionWith(OfKind(name));
                break;
        }
    }

    private static IReadOnlyList<Json> OfKind(string name) => name switch
    {
        "IsNull" => [Json.Null],
        "IsNumeric" => Samples.Numbers,
        "IsString" => [Samples.Text("text")],
        _ when name.StartsWith("Numeric", StringComparison.Ordinal) => Samples.Numbers,
        _ when name.Contains("Boolean", StringComparison.Ordinal) => Samples.Flags,
        _ when name.Contains("Timestamp", StringComparison.Ordinal) => [Samples.Moment],
        _ when name.StartsWith("String", StringComparison.Ordinal) => [Samples.Text("text")],
        _ => [],
    };
}
