using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Testing;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>The state a request names, or brings without a machine around it.</summary>
internal sealed record TestedState(StateMachine Machine, State State)
{
    /// <summary>The state of a request.</summary>
    /// <exception cref="AwsException">The definition has errors, or no such state.</exception>
    public static TestedState Of(TestRequest request)
    {
        var parsed = request.StateName is null ? LoneState.Parse(request.Definition) : DefinitionParser.Parse(request.Definition);
        if (parsed.Machine is not { } machine)
        {
            throw AwsErrors.InvalidDefinition(Complaint.About(parsed.Problems));
        }

        var state = TestedStates.Find(machine, request.StateName ?? LoneState.Name) ?? throw AwsErrors.Validation("State not found in definition");
        return new TestedState(machine, state);
    }
}
