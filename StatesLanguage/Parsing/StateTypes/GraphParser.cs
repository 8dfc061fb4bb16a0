using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads states and where they start: of a machine, a Branch or an ItemProcessor.</summary>
internal static class GraphParser
{
    private const int LongestName = 80;

    public static StateGraph Parse(FieldReader reader)
    {
        reader.Require("States", "StartAt");
        reader.Text("Comment");
        var states = new List<State>();
        if (reader.Object("States") is { } entries)
        {
            if (entries.Fields.Count == 0)
            {
                reader.ReportAt("States", "Value cannot be empty");
            }

            foreach (var (name, value) in entries.Fields)
            {
                CheckName(entries, name);
                if (value is JsonObject fields)
                {
                    states.Add(StateParser.Parse(name, new FieldReader(fields, entries.At(name), reader.Language, reader.Scope)));
                }
                else
                {
                    entries.ReportKind(name, "Object", value);
                }
            }
        }

        return new StateGraph(reader.Text("StartAt") ?? Targets.Unknown, [.. states]);
    }

    private static void CheckName(FieldReader states, string name)
    {
        var length = name.EnumerateRunes().Count();
        if (length is 0 or > LongestName)
        {
            states.Scope.Problems.Add(
                ProblemCode.InvalidStateName,
                $"Expected a state name of 1 to {LongestName} characters, found {length}",
                states.At(name));
        }
    }
}
