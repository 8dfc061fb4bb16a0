namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How a machine's executions are kept. Express executions are short, and some resources are not open to them.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html">Workflow types</seealso>
public enum MachineType
{
    /// <summary>Durable executions of up to a year.</summary>
    Standard,

    /// <summary>Executions of up to five minutes.</summary>
    Express,
}
