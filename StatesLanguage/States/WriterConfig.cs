namespace TaskOrchestration.StatesLanguage.States;

/// <summary>The form of a DISTRIBUTED Map's results. What is null was not written.</summary>
public sealed record WriterConfig
{
    /// <summary>What of a child execution is a result. Null is <see cref="ResultTransformation.None"/> in files and <see cref="ResultTransformation.Compact"/> in the state's output.</summary>
    public ResultTransformation? Transformation { get; init; }

    /// <summary>How files are written. Null is <see cref="ResultOutputType.Json"/>.</summary>
    public ResultOutputType? OutputType { get; init; }
}
