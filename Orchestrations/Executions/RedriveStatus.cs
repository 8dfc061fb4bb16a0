namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>Whether an execution can be redriven at a given moment.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html">Redriving executions</seealso>
public enum RedriveStatus
{
    /// <summary>It cannot; a reason goes with it.</summary>
    NotRedrivable,

    /// <summary>It can.</summary>
    Redrivable,

    /// <summary>It is a child of a Map Run and is redriven with that.</summary>
    RedrivableByMapRun,
}
