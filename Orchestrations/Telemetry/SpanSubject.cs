namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>What there are spans of.</summary>
internal enum SpanSubject
{
    /// <summary>An execution, or what a redrive made of it.</summary>
    Execution,

    /// <summary>A visit to a state.</summary>
    State,

    /// <summary>A visit to a state that runs branches or iterations.</summary>
    Container,

    /// <summary>One iteration of a Map.</summary>
    Iteration,

    /// <summary>One attempt at a task.</summary>
    Attempt,
}
