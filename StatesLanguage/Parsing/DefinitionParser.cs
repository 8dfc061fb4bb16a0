using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Parsing.StateTypes;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Reads definitions.</summary>
public static class DefinitionParser
{
    /// <summary>Reads the text of a definition and checks it. Never throws: whatever is wrong is among the problems, all of it at once.</summary>
    /// <param name="text">The definition as JSON.</param>
    /// <param name="type">What the machine is to be; some resources are not open to Express machines.</param>
    public static ParsedDefinition Parse(string text, MachineType type = MachineType.Standard)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        StateMachine? machine = null;
        try
        {
            if (Json.Parse(text) is JsonObject definition)
            {
                machine = MachineParser.Parse(definition, problems);
            }
            else
            {
                problems.Add(ProblemCode.InvalidJson, "Expected a JSON object", "");
            }
        }
        catch (JsonSyntaxException e)
        {
            problems.Add(ProblemCode.InvalidJson, $"{e.Message} Line {e.Line}, column {e.Column}.", "");
        }

        return new ParsedDefinition(problems.HasErrors ? null : machine, [.. problems.Found]);
    }
}
