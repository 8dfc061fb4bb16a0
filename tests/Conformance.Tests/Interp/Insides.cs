using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>What stands in for the insides of Maps and Parallels: one task in place of all states, which answers as the case says.</summary>
internal sealed partial class Insides
{
    private const string Prefix = "stand-in:";

    private readonly Dictionary<(string State, string Label), (Json Input, Json? Output)> items = [];
    private readonly Dictionary<string, Json> others = new(StringComparer.Ordinal);
    private readonly Dictionary<int, Json> branches = [];

    /// <summary>Takes a sentence in; false if it is about something else.</summary>
    public bool TryTake(string sentence, Json data)
    {
        if (Branch().Match(sentence) is { Success: true } branch)
        {
            branches[int.Parse(branch.Groups["index"].Value, CultureInfo.InvariantCulture)] = data;
            return true;
        }

        if (Otherwise().Match(sentence) is { Success: true } otherwise)
        {
            others[otherwise.Groups["state"].Value] = Json.Of(otherwise.Groups["value"].Value);
            return true;
        }

        if (Item().Match(sentence) is not { Success: true } item)
        {
            return false;
        }

        var key = (item.Groups["state"].Value, item.Groups["label"].Value);
        items[key] = item.Groups["how"].Value == "be called with"
            ? (data, null)
            : (items.GetValueOrDefault(key).Input ?? Json.Null, data);
        return true;
    }

    /// <summary>The definition with the tasks in place of the insides.</summary>
    public JsonObject In(JsonObject definition) => branches.Count + others.Count + items.Count == 0
        ? definition
        : definition.With("States", JsonObject.Of(definition.Object("States")!.Select(state => KeyValuePair.Create<string, Json>(state.Key, In(state.Key, (JsonObject)state.Value)))));

    /// <summary>What a task answers that stands for an inside.</summary>
    public bool TryAnswer(string resource, Json input, [NotNullWhen(true)] out Json? answer)
    {
        answer = null;
        if (!resource.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var name = resource[Prefix.Length..];
        answer = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var branch)
            ? branches[branch]
            : items.FirstOrDefault(item => item.Key.State == name && IsSame(item.Value.Input, input)).Value.Output ?? others.GetValueOrDefault(name, Json.Null);
        return true;
    }

    /// <summary>A number in a sentence may stand for the text that spells it.</summary>
    private static bool IsSame(Json told, Json input) => told.Equals(input) || (told is JsonNumber number && input is JsonString text && text.Value == number.Text);

    private JsonObject In(string name, JsonObject state)
    {
        if (state["Branches"] is JsonArray inside)
        {
            return branches.Count == 0 ? state : state.With("Branches", JsonArray.Of(inside.Select((_, i) => StandIn(i.ToString(CultureInfo.InvariantCulture), name))));
        }

        var processor = state.Contains("Iterator") ? "Iterator" : "ItemProcessor";
        return state.Contains(processor) && (others.ContainsKey(name) || items.Keys.Any(key => key.State == name))
            ? state.With(processor, StandIn(name, name))
            : state;
    }

    private static JsonObject StandIn(string resource, string around)
    {
        var name = $"inside {around} {resource}";
        return Machines.Of(name, JsonObject.Of(("Type", Json.Of("Task")), ("Resource", Json.Of(Prefix + resource)), ("End", Json.True)));
    }

    [GeneratedRegex("^branch (?<index>\\d+) will return(?: JSON)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Branch();

    [GeneratedRegex("^the state \"(?<state>[^\"]*)\" will return \"(?<value>[^\"]*)\" when invoked with any unknown parameters$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Otherwise();

    [GeneratedRegex("^for input \"(?<label>[^\"]*)\", the state \"(?<state>[^\"]*)\" will (?<how>be called with|return)(?: JSON)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Item();
}
