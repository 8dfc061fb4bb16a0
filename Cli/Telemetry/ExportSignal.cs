namespace TaskOrchestration.Cli.Telemetry;

/// <summary>What is exported, in the words of the environment variables and of the paths of receivers.</summary>
/// <param name="Name">Its name.</param>
internal readonly record struct ExportSignal(string Name)
{
    public static readonly ExportSignal Traces = new("traces");

    public static readonly ExportSignal Metrics = new("metrics");

    public static readonly ExportSignal Logs = new("logs");

    /// <summary>How the names of its environment variables spell it.</summary>
    public string InVariables => Name.ToUpperInvariant();
}
