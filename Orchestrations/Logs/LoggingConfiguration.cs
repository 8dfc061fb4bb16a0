using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Logs;

/// <summary>What a machine logs of its executions.</summary>
/// <param name="Level">Which events.</param>
/// <param name="IncludesData">Whether inputs, outputs and variables are logged with them.</param>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html">LoggingConfiguration</seealso>
public sealed record LoggingConfiguration(ExecutionLogLevel Level, bool IncludesData)
{
    /// <summary>Nothing.</summary>
    public static LoggingConfiguration None { get; } = new(ExecutionLogLevel.Off, IncludesData: false);

    /// <summary>Reads the configuration that is kept with a machine. Where the log group would be is of no matter: logs are blobs here.</summary>
    public static LoggingConfiguration Of(Json? kept) => kept is JsonObject configuration
        ? new(LevelOf((configuration["level"] as JsonString)?.Value), Json.True.Equals(configuration["includeExecutionData"]))
        : None;

    private static ExecutionLogLevel LevelOf(string? level) => level switch
    {
        "ALL" => ExecutionLogLevel.All,
        "ERROR" => ExecutionLogLevel.Error,
        "FATAL" => ExecutionLogLevel.Fatal,
        _ => ExecutionLogLevel.Off,
    };
}
