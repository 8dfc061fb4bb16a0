namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How a machine's executions live. Some resources are not open to EXPRESS ones.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</seealso>
public enum StateMachineType
{
    /// <summary>Durable, up to a year long, with a history.</summary>
    Standard,

    /// <summary>In memory only, up to five minutes long.</summary>
    Express,
}
