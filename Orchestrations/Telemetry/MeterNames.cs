namespace TaskOrchestration.Orchestrations.Telemetry;

/// <summary>The names of the meters here.</summary>
public static class MeterNames
{
    /// <summary>What AWS measures of Step Functions, under AWS's names.</summary>
    public const string States = "AWS/States";

    /// <summary>The tasks that people follow.</summary>
    public const string Tasks = "TaskOrchestration.Tasks";

    /// <summary>The embedded engine.</summary>
    public const string Engine = "TaskOrchestration.Engine";

    /// <summary>The deliveries of status-change events.</summary>
    public const string Events = "TaskOrchestration.Events";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [States, Tasks, Engine, Events];
}
