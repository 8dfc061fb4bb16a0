namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>The names of the driver's orchestrators and activities. Histories carry them, so they never change.</summary>
public static class OrchestratorNames
{
    /// <summary>Runs a STANDARD execution.</summary>
    public const string Execution = "Execution";

    /// <summary>Runs an EXPRESS execution that nobody waits for.</summary>
    public const string ExpressExecution = "ExpressExecution";

    /// <summary>Runs a Map Run.</summary>
    public const string MapRun = "MapRun";

    /// <summary>The activity that does one attempt at a task.</summary>
    public const string InvokeTask = "InvokeTask";

    /// <summary>The activity that takes down what has happened.</summary>
    public const string Record = "Record";

    /// <summary>The activity that stops an execution whose parent has given up waiting.</summary>
    public const string StopChild = "StopChild";

    /// <summary>The activity that runs an EXPRESS execution.</summary>
    public const string RunExpress = "RunExpress";

    /// <summary>The activity that takes a Map Run one round further.</summary>
    public const string AdvanceMapRun = "AdvanceMapRun";

    /// <summary>The activity that runs an EXPRESS child of a Map Run.</summary>
    public const string RunExpressChild = "RunExpressChild";

    /// <summary>The activity that reads a piece of a text that is too long to travel.</summary>
    public const string ReadPayload = "ReadPayload";

    /// <summary>The activity that writes one.</summary>
    public const string WritePayload = "WritePayload";
}
