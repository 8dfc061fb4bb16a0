using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>The two types of machine in AWS's spelling.</summary>
internal static class MachineTypes
{
    public static StateMachineType MachineType(this RequestFields fields) =>
        fields.OneOf("type", "STANDARD", "EXPRESS") == "EXPRESS" ? StateMachineType.Express : StateMachineType.Standard;

    public static string InWordsOfAws(this StateMachineType type) => type == StateMachineType.Express ? "EXPRESS" : "STANDARD";
}
