using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads the top level of a definition.</summary>
internal static class MachineParser
{
    private static readonly FieldRules Rules = new(
        ["Comment", "StartAt", "States", "Version", "TimeoutSeconds", "QueryLanguage"], [], []);

    public static StateMachine Parse(JsonObject definition, ProblemList problems)
    {
        var probe = new FieldReader(definition, Place.Root, QueryLanguage.JsonPath, new ParsingScope(problems, QueryLanguage.JsonPath));
        var language = Languages.OfMachine(probe);
        var reader = new FieldReader(definition, Place.Root, language, new ParsingScope(problems, language));
        Rules.Check(reader);
        return new StateMachine
        {
            Graph = GraphParser.Parse(reader),
            QueryLanguage = language,
            TimeoutSeconds = reader.Integer("TimeoutSeconds", 1, NumberFields.Largest),
            Comment = (definition["Comment"] as JsonString)?.Value,
            Version = reader.OneOf("Version", "1.0"),
        };
    }
}
