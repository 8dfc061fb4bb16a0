namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>How much of a state's test a client wants to see.</summary>
internal enum InspectionLevel
{
    /// <summary>How it went.</summary>
    Info,

    /// <summary>The data on its way through the state, too.</summary>
    Debug,

    /// <summary>The request and the answer of an HTTP task, too.</summary>
    Trace,
}
