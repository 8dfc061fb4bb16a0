using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Comparing;

/// <summary>Compares answers with what was recorded, by the rules of the corpus.</summary>
/// <remarks>
/// The recorder parsed every text that started with <c>{</c>, once, and nothing inside the result: where an object is expected
/// and a text came, the text is parsed here. One matcher serves one case: a numbered placeholder is one value throughout it.
/// </remarks>
public sealed class Matcher
{
    /// <summary>Texts that hold JSON: compared as values, because the white space in them is not stable.</summary>
    private static readonly HashSet<string> JsonTexts =
        ["input", "output", "result", "afterItemsPath", "afterInputPath", "afterResultSelector", "afterResultPath"];

    /// <summary>Members that tell of the HTTP exchange between AWS's own services, which no workflow engine decides.</summary>
    private static readonly HashSet<string> OutsideTheEngine = ["SdkHttpMetadata", "SdkResponseMetadata"];

    private readonly HashSet<string> anything;
    private readonly IReadOnlySet<string> unknownThen;
    private readonly string[] wildTexts;
    private readonly Dictionary<string, string> bound = [];
    private readonly List<string> differences = [];

    /// <summary>A matcher for a case whose placeholders have been filled.</summary>
    public Matcher(JsonObject body)
    {
        var wild = body.Object("wild");
        anything = [.. Masks.Values, .. wild.Texts("values")];
        unknownThen = Additions.After(body);
        wildTexts = [.. wild.Texts("text").OrderByDescending(text => text.Length)];
    }

    /// <summary>Compares.</summary>
    /// <returns>The differences; none if they match.</returns>
    public static IReadOnlyList<string> Compare(JsonObject body, Json expected, Json actual)
    {
        var matcher = new Matcher(body);
        matcher.Matches(expected, actual, "$", key: null);
        return matcher.differences;
    }

    /// <summary>Whether the two match, for those who need no more.</summary>
    public bool Matches(Json expected, Json actual) => Matches(expected, actual, "$", key: null);

    private bool Matches(Json expected, Json actual, string path, string? key)
    {
        if (expected is JsonString { Value: var mask } && anything.Contains(mask))
        {
            return true;
        }

        if (actual is JsonString text && expected is not JsonString && HoldsJson(text.Value, key) && TryParse(text.Value, out var parsed))
        {
            actual = parsed;
        }

        return expected switch
        {
            JsonObject e => MatchesObject(e, actual, path),
            JsonArray e => MatchesArray(e, actual, path, key),
            JsonString e when actual is JsonString a => MatchesText(e.Value, a.Value, path, key),
            JsonString e when actual is JsonNumber number && wildTexts.Contains(e.Value) => Bind(e.Value, number.Text, path),
            JsonString => Differ(path, expected, actual),
            _ => expected.Equals(actual) || Differ(path, expected, actual),
        };
    }

    private bool MatchesObject(JsonObject expected, Json actual, string path)
    {
        if (actual is not JsonObject o)
        {
            return Differ(path, expected, actual);
        }

        var same = true;
        foreach (var (name, value) in expected.Where(member => !OutsideTheEngine.Contains(member.Key)))
        {
            same &= o.TryGet(name, out var there) ? Matches(value, there, $"{path}.{name}", name) : Differ($"{path}.{name}", value, actual: null);
        }

        foreach (var (name, value) in o.Where(member => !OutsideTheEngine.Contains(member.Key) && !unknownThen.Contains(member.Key) && !expected.Contains(member.Key)))
        {
            same = Differ($"{path}.{name}", expected: null, value);
        }

        return same;
    }

    private bool MatchesArray(JsonArray expected, Json actual, string path, string? key)
    {
        if (actual is not JsonArray list || list.Count != expected.Count)
        {
            return Differ(path, expected, actual);
        }

        var same = true;
        for (var i = 0; i < expected.Count; i++)
        {
            same &= Matches(expected[i], list[i], $"{path}[{i}]", key);
        }

        return same;
    }

    private bool MatchesText(string expected, string actual, string path, string? key)
    {
        if (expected == actual)
        {
            return true;
        }

        var masked = Masks.All(actual);
        if (expected == masked || expected == Masks.Times(actual))
        {
            return true;
        }

        if (key is not null && JsonTexts.Contains(key) && TryParse(expected, out var expectedValue) && TryParse(actual, out var actualValue))
        {
            return Matches(expectedValue, actualValue, path, key: null);
        }

        return MatchesWithWildTexts(expected, [actual, masked], path) || Differ(path, Json.Of(expected), Json.Of(actual));
    }

    private bool MatchesWithWildTexts(string expected, string[] candidates, string path)
    {
        var names = wildTexts.Where(name => expected.Contains(name, StringComparison.Ordinal)).ToArray();
        if (names.Length == 0)
        {
            return false;
        }

        var placeholders = Regex.Matches(expected, string.Join('|', names.Select(Regex.Escape)), RegexOptions.None, TimeSpan.FromSeconds(1));
        var pattern = new StringBuilder(@"\A");
        var at = 0;
        foreach (Match placeholder in placeholders)
        {
            pattern.Append(Regex.Escape(expected[at..placeholder.Index])).Append("(.*?)");
            at = placeholder.Index + placeholder.Length;
        }

        pattern.Append(Regex.Escape(expected[at..])).Append(@"\z");
        var match = candidates
            .Select(candidate => Regex.Match(candidate, pattern.ToString(), RegexOptions.Singleline, TimeSpan.FromSeconds(5)))
            .FirstOrDefault(match => match.Success);
        return match is not null && placeholders.Select((placeholder, i) => Bind(placeholder.Value, match.Groups[i + 1].Value, path)).All(same => same);
    }

    private bool Bind(string name, string value, string path)
    {
        if (!Regex.IsMatch(name, ":[0-9]+>$", RegexOptions.None, TimeSpan.FromSeconds(1)) || bound.TryAdd(name, value) || bound[name] == value)
        {
            return true;
        }

        return Differ($"{path} ({name})", Json.Of(bound[name]), Json.Of(value));
    }

    /// <summary>Whether the recorder, or a test that went over its record, may have parsed such a text: one that starts an object anywhere, any JSON in the members that hold it.</summary>
    private static bool HoldsJson(string text, string? key) => text.StartsWith('{') || (key is not null && JsonTexts.Contains(key));

    private static bool TryParse(string text, [MaybeNullWhen(false)] out Json value)
    {
        try
        {
            value = Json.Parse(text);
            return true;
        }
        catch (JsonSyntaxException)
        {
            value = null;
            return false;
        }
    }

    private bool Differ(string path, Json? expected, Json? actual)
    {
        differences.Add($"{path}: expected {Shown(expected)}, got {Shown(actual)}");
        return false;
    }

    private static string Shown(Json? value) => value?.ToString() switch
    {
        null => "nothing",
        { Length: > 300 } text => text[..300] + "…",
        var text => text,
    };
}
