using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.Parsing.StateTypes;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Validation;

namespace TaskOrchestration.StatesLanguage.Parsing;

/// <summary>Reads the definition of one state without the machine around it.</summary>
/// <remarks>As on AWS, the state gets a name of its own and a machine that starts with it, and pointers lead through that machine. The states it leads to are made up.</remarks>
public static class LoneState
{
    /// <summary>The name the state gets.</summary>
    public const string Name = "StateName";

    /// <summary>Reads the text of a state's definition and checks it. Never throws: whatever is wrong is among the problems, all of it at once.</summary>
    public static ParsedDefinition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        if (DefinitionText.Read(text, problems) is null)
        {
            return new ParsedDefinition(Machine: null, [.. problems.Found]);
        }

        var around = "{\"StartAt\":\"" + Name + "\",\"States\":{\"" + Name + "\":" + text + "}}";
        if (DefinitionText.Read(around, problems) is not { } definition)
        {
            return new ParsedDefinition(Machine: null, [.. problems.Found]);
        }

        DuplicateKeys.Check(around, definition, problems);
        var machine = WithTargets(MachineParser.Parse(definition, problems));
        MachineRules.Check(machine, StateMachineType.Standard, isStored: false, problems);
        return new ParsedDefinition(problems.HasErrors ? null : machine, [.. problems.Found]);
    }

    private static StateMachine WithTargets(StateMachine machine)
    {
        var targets = machine.Graph.States
            .SelectMany(Link.Of)
            .Select(link => link.Target)
            .Where(target => !Targets.IsUnknown(target) && target != Name)
            .Distinct(StringComparer.Ordinal)
            .Select(target => new SucceedState { Name = target });
        return machine with { Graph = new StateGraph(machine.Graph.StartAt, [.. machine.Graph.States, .. targets]) };
    }
}
