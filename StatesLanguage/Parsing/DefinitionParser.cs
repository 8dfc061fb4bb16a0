using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Parsing.StateTypes;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Validation;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Reads definitions.</summary>
public static class DefinitionParser
{
    /// <summary>Reads the text of a definition and checks it. Never throws: whatever is wrong is among the problems, all of it at once.</summary>
    /// <param name="text">The definition as JSON.</param>
    /// <param name="type">What the machine is to be; some resources are not open to Express machines.</param>
    /// <param name="isStored">Whether it was accepted before: then it is not held to rules that came later.</param>
    public static ParsedDefinition Parse(string text, StateMachineType type = StateMachineType.Standard, bool isStored = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        if (DefinitionText.Read(text, problems) is not { } definition)
        {
            return new ParsedDefinition(Machine: null, [.. problems.Found]);
        }

        DuplicateKeys.Check(text, definition, problems);
        var machine = MachineParser.Parse(definition, problems);
        MachineRules.Check(machine, type, isStored, problems);
        return problems.Found.Count == 0
            ? new ParsedDefinition(machine, [])
            : new ParsedDefinition(problems.HasErrors ? null : machine, InOrderOfText(problems, text));
    }

    private static ValueList<Problem> InOrderOfText(ProblemList problems, string text)
    {
        var places = SourceMap.Of(text);
        return [.. problems.Found.OrderBy(problem => problem.Pointer.Length == 0).ThenBy(problem => places.NearestOffset(problem.Pointer))];
    }
}
