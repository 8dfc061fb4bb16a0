using System.Text.RegularExpressions;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Reads from a definition what it expects of its data: which members, where a list, which values.</summary>
internal sealed partial class DefinitionWishes
{
    private const int Timeout = 1000;
    private const string Computed = ".$";
    private const string PathEnding = "Path";

    private readonly WishList wishes = new();

    /// <summary>The name of the list whose items the states that are read now go through.</summary>
    private string items = PathSegments.Root;

    private DefinitionWishes() { }

    /// <summary>All that the fields of a definition tell.</summary>
    public static WishList Of(JsonObject definition)
    {
        var reading = new DefinitionWishes();
        reading.Read(definition);
        reading.wishes.Settle();
        return reading.wishes;
    }

    private void Read(Json value)
    {
        if (value is JsonArray list)
        {
            foreach (var item in list)
            {
                ReadMember("", item);
            }
        }
        else if (value is JsonObject members)
        {
            ComparisonWishes.Read(members, wishes);
            wishes[PathSegments.Root].IsList |= IsMapOverWholeInput(members);
            var around = items;
            items = members.Text("ItemsPath") is { } path ? LastOf(path) : items;
            foreach (var (name, member) in members)
            {
                ReadMember(name, member);
            }

            items = around;
        }
    }

    private static bool IsMapOverWholeInput(JsonObject state) =>
        state.Text("Type") == "Map" && !state.Contains("ItemsPath") && !state.Contains("Items") && !state.Contains("ItemReader");

    private void ReadMember(string name, Json value)
    {
        if (value is not JsonString { Value: var text })
        {
            Read(value);
        }
        else if (text.StartsWith("{%", StringComparison.Ordinal))
        {
            JsonataWishes.Read(name, text[2..^2], wishes);
        }
        else if (name.EndsWith(Computed, StringComparison.Ordinal))
        {
            wishes[name[..^Computed.Length]].Sources.UnionWith(Looked(text));
        }
        else if (name.EndsWith(PathEnding, StringComparison.Ordinal))
        {
            ReadPath(name, text);
        }
    }

    /// <summary>Notes a path or the paths in a call; gives their last names.</summary>
    private string[] Looked(string text)
    {
        if (text.StartsWith('$'))
        {
            return [LastOf(text)];
        }

        foreach (Match call in Call().Matches(text))
        {
            var arguments = call.Groups["arguments"].Value.Split(',', StringSplitOptions.TrimEntries);
            for (var i = 0; i < arguments.Length; i++)
            {
                if (arguments[i].StartsWith('$'))
                {
                    FunctionWishes.Demand(call.Groups["function"].Value, i, wishes[LastOf(arguments[i])]);
                }
            }
        }

        return [.. Argument().Matches(text).Select(argument => LastOf(argument.Value))];
    }

    /// <summary>The last name of a path, or <see cref="PathSegments.Root"/> for one without names.</summary>
    private string LastOf(string path) => path == "$$.Map.Item.Value" ? items : Note(path) is [.., var last] ? last.Name : PathSegments.Root;

    private void ReadPath(string name, string text)
    {
        if (!text.StartsWith('$'))
        {
            Looked(text);
            return;
        }

        var wish = wishes[LastOf(text)];
        switch (name)
        {
            case "InputPath" or "OutputPath":
                wish.IsWhole = true;
                break;
            case "ItemsPath":
                wish.IsWhole = wish.IsList = true;
                break;
            case "TimestampPath":
                wish.Scalars.Add(Samples.Moment);
                break;
            case "SecondsPath" or "TimeoutSecondsPath" or "HeartbeatSecondsPath" or "MaxConcurrencyPath" or "MaxItemsPath" or "MaxItemsPerBatchPath"
                or "MaxInputBytesPerBatchPath" or "ToleratedFailureCountPath" or "ToleratedFailurePercentagePath":
                wish.Scalars.UnionWith(Samples.Numbers);
                break;
        }
    }

    /// <summary>Notes a path; of one into the context object only what is the execution's own data.</summary>
    private IReadOnlyList<PathSegment> Note(string text)
    {
        IReadOnlyList<PathSegment> path = PathSegments.Of(text);
        if (text.StartsWith("$$", StringComparison.Ordinal))
        {
            path = path.Any(step => step.Name is "Value" or "Input") ? [.. path.SkipWhile(step => step.Name is not ("Value" or "Input")).Skip(1)] : [];
        }
        else if (VariableName().Match(text) is { Success: true } variable)
        {
            path = [new PathSegment(variable.Groups["name"].Value, IsList: false), .. path];
        }

        wishes[PathSegments.Root].IsList |= PathSegments.IsIntoList(text);
        wishes.Note(path);
        return path;
    }

    [GeneratedRegex(@"\$[^\s,()]*", RegexOptions.None, Timeout)]
    private static partial Regex Argument();

    [GeneratedRegex(@"States\.(?<function>\w+)\((?=(?<arguments>[^()]*))", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Call();

    [GeneratedRegex(@"^\$(?<name>[\p{L}_][\p{L}\p{Nd}_]*)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex VariableName();
}
