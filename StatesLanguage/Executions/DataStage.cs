namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>A point on the way of data through a state.</summary>
internal enum DataStage
{
    InputPath,
    Arguments,
    Result,
    ResultSelector,
    ResultPath,
    ItemsPath,
    MaxConcurrency,
    ToleratedFailureCount,
    ToleratedFailurePercentage,
}
