using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Rest.Shapes;

/// <summary>Holds a JSON value against a shape and collects everything that is wrong with it.</summary>
internal sealed partial class ShapeCheck
{
    private const int LongestQuote = 60;
    private const int MostFaults = 100;

    private readonly List<FieldProblem> _faults = [];

    /// <summary>Everything that is wrong; empty if nothing is. At most a hundred faults: nobody mends more at once.</summary>
    public static IReadOnlyList<FieldProblem> Of(JsonElement value, Shape shape, bool isNullable = false)
    {
        var check = new ShapeCheck();
        check.Check(value, shape, isNullable, "");
        return check._faults;
    }

    private void Check(JsonElement value, Shape shape, bool isNullable, string pointer)
    {
        if (value.ValueKind == JsonValueKind.Null && isNullable)
        {
            return;
        }

        switch (shape)
        {
            case Shape.Text text:
                CheckText(value, text, pointer);
                break;
            case Shape.Number number:
                CheckNumber(value, number, pointer);
                break;
            case Shape.Flag:
                Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false", value, pointer);
                break;
            case Shape.List list:
                CheckList(value, list, pointer);
                break;
            case Shape.Record record:
                CheckRecord(value, record, pointer);
                break;
            case Shape.Map map:
                CheckMap(value, map, pointer);
                break;
            case Shape.Anything:
                CheckAnything(value, pointer);
                break;
            case Shape.AnyOf any:
                Expect(any.Shapes.Any(one => Of(value, one).Count == 0), any.Expected, value, pointer);
                break;
            default:
                throw new UnreachableException($"shape {shape}");
        }
    }

    private void CheckText(JsonElement value, Shape.Text shape, string pointer)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(pointer, shape.Words.Count > 0 ? OneOf(shape.Words) : "a text", value);
        }
        else if (TextOf(value) is not { } text)
        {
            Add(pointer, "Expected a text of Unicode characters, found half of a surrogate pair.");
        }
        else if (shape.Words.Count > 0)
        {
            Expect(shape.Words.Contains(text), OneOf(shape.Words), value, pointer);
        }
        else if (text.Length < shape.MinimumLength || text.Length > shape.MaximumLength)
        {
            Add(pointer, $"Expected {LengthOf(shape)}, found {text.Length}.");
        }
        else if (shape.Spelling is { } spelling && !Matches(text, spelling.Pattern))
        {
            Fault(pointer, shape.Example is { } example ? $"{spelling.Words}, such as {example}" : spelling.Words, value);
        }
        else if (shape.Format is { } format)
        {
            Expect(Spells(value, text, format), Wanted(format), value, pointer);
        }
    }

    private void CheckNumber(JsonElement value, Shape.Number shape, string pointer)
    {
        var isNumber = value.ValueKind == JsonValueKind.Number;
        if (!isNumber || !value.TryGetDecimal(out var number) || (shape.IsWhole && !value.TryGetInt64(out _)))
        {
            Fault(pointer, shape.IsWhole ? "a whole number" : "a number", value);
        }
        else if (number < shape.Minimum || number > shape.Maximum)
        {
            Fault(pointer, $"a number from {shape.Minimum} to {shape.Maximum}", value);
        }
    }

    private void CheckList(JsonElement value, Shape.List shape, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(pointer, "a list", value);
            return;
        }

        var count = value.GetArrayLength();
        if (count < shape.MinimumCount || count > shape.MaximumCount)
        {
            Add(pointer, $"Expected {Bounds(shape.MinimumCount, shape.MaximumCount, "items")}, found {count}.");
            return;
        }

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            Check(item, shape.Item, isNullable: false, $"{pointer}/{index++}");
        }
    }

    private void CheckRecord(JsonElement value, Shape.Record shape, string pointer)
    {
        var found = MembersOf(value, pointer);
        if (found is null)
        {
            return;
        }

        foreach (var member in shape.Members)
        {
            if (found.Remove(member.Name, out var given))
            {
                Check(given, member.Shape, member.IsNullable, At(pointer, member.Name));
            }
            else if (member.IsRequired)
            {
                Add(At(pointer, member.Name), "Expected this member, found nothing.");
            }
        }

        foreach (var (name, _) in found)
        {
            Add(At(pointer, name), $"Expected no such member; there are {string.Join(", ", shape.Members.Select(member => member.Name))}.");
        }
    }

    private void CheckMap(JsonElement value, Shape.Map shape, string pointer)
    {
        foreach (var (name, item) in MembersOf(value, pointer) ?? [])
        {
            Check(item, shape.Value, isNullable: true, At(pointer, name));
        }
    }

    private void CheckAnything(JsonElement value, string pointer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                CheckMap(value, new Shape.Map(new Shape.Anything()), pointer);
                break;
            case JsonValueKind.Array:
                CheckList(value, new Shape.List(new Shape.Anything()), pointer);
                break;
            case JsonValueKind.String:
                CheckText(value, new Shape.Text(), pointer);
                break;
            case JsonValueKind.Number:
                Expect(value.TryGetDouble(out var number) && double.IsFinite(number), "a number of at most 1.8e308", value, pointer);
                break;
        }
    }

    private Dictionary<string, JsonElement>? MembersOf(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Fault(pointer, "an object", value);
            return null;
        }

        var members = new Dictionary<string, JsonElement>();
        foreach (var member in value.EnumerateObject())
        {
            if (NameOf(member) is not { } name)
            {
                Add(pointer, "Expected names of Unicode characters, found half of a surrogate pair in one.");
            }
            else if (!members.TryAdd(name, member.Value))
            {
                Add(At(pointer, name), "Expected each member once, found it again.");
            }
        }

        return members;
    }

    private void Expect(bool isMet, string expected, JsonElement found, string pointer)
    {
        if (!isMet)
        {
            Fault(pointer, expected, found);
        }
    }

    private void Fault(string pointer, string expected, JsonElement found) => Add(pointer, $"Expected {expected}, found {Quote(found)}.");

    private void Add(string pointer, string detail)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new FieldProblem(pointer, detail));
        }
    }

    /// <summary>Whether the whole text matches; in .NET <c>$</c> alone would let a line end follow.</summary>
    private static bool Matches(string text, string pattern) =>
        Regex.Match(text, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)) is { Success: true } match && match.Length == text.Length;

    private static bool Spells(JsonElement value, string text, string format) => format switch
    {
        "date-time" => Moment().IsMatch(text) && value.TryGetDateTimeOffset(out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uuid" => value.TryGetGuid(out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => throw new UnreachableException($"format {format}"),
    };

    private static string Wanted(string format) => format switch
    {
        "date-time" => "a time such as 2026-05-04T10:30:00Z",
        "date" => "a date such as 2026-05-04",
        "uuid" => "a UUID",
        _ => "an absolute URI",
    };

    private static string LengthOf(Shape.Text shape) => Bounds(shape.MinimumLength, shape.MaximumLength, "characters");

    private static string Bounds(int least, int? most, string of) =>
        most is null ? $"at least {least} {of}" : most == least ? $"{least} {of}" : $"{least} to {most} {of}";

    private static string OneOf(ValueList<string> words) => $"one of {string.Join(", ", words)}";

    /// <summary>The text, or null where it has half a surrogate pair, which JSON can spell and no store can keep.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string At(string pointer, string name) =>
        $"{pointer}/{(name.Length <= LongestQuote ? name : name[..LongestQuote]).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Quote(JsonElement found)
    {
        var text = found.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "a list",
            _ => found.GetRawText(),
        };
        return text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,7})?(Z|[+-]\d{2}:\d{2})$", RegexOptions.ECMAScript, 1000)]
    private static partial Regex Moment();
}
