using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Observing;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>The data at the points it came past, in TestState's names and as JSON texts.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_InspectionData.html">InspectionData</see></remarks>
[DisplayName("InspectionData")]
internal sealed record InspectionView
{
    /// <summary>The state's input.</summary>
    public required string Input { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterInputPath { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterParameters { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterArguments { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterItemsPath { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterItemsPointer { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterItemSelector { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterItemBatcher { get; init; }

    /// <summary>See TestState.</summary>
    public string? Result { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterResultSelector { get; init; }

    /// <summary>See TestState.</summary>
    public string? AfterResultPath { get; init; }

    /// <summary>How many iterations may run at once; 0 for any number.</summary>
    public long? MaxConcurrency { get; init; }

    /// <summary>How many iterations may fail.</summary>
    public long? ToleratedFailureCount { get; init; }

    /// <summary>Which share of the iterations may fail, in percent.</summary>
    public double? ToleratedFailurePercentage { get; init; }

    /// <summary>How a failure was dealt with.</summary>
    public ErrorDetailsView? ErrorDetails { get; init; }

    public static InspectionView Of(StateVisit visit)
    {
        var isJsonata = visit.State.QueryLanguage == QueryLanguage.Jsonata;
        var arguments = Text(visit, DataStage.Arguments);
        return new InspectionView
        {
            Input = visit.Input.ToString(),
            AfterInputPath = Text(visit, DataStage.InputPath),
            AfterParameters = isJsonata ? null : arguments,
            AfterArguments = isJsonata ? arguments : null,
            AfterItemsPath = Text(visit, DataStage.ItemsPath),
            AfterItemsPointer = Text(visit, DataStage.ItemsPointer),
            AfterItemSelector = Text(visit, DataStage.ItemSelector),
            AfterItemBatcher = Text(visit, DataStage.ItemBatcher),
            Result = Text(visit, DataStage.Result),
            AfterResultSelector = Text(visit, DataStage.ResultSelector),
            AfterResultPath = Text(visit, DataStage.ResultPath),
            MaxConcurrency = (long?)Number(visit, DataStage.MaxConcurrency),
            ToleratedFailureCount = (long?)Number(visit, DataStage.ToleratedFailureCount),
            ToleratedFailurePercentage = Number(visit, DataStage.ToleratedFailurePercentage),
            ErrorDetails = ErrorDetailsView.Of(visit),
        };
    }

    private static string? Text(StateVisit visit, DataStage stage) => visit.Stages.TryGetValue(stage, out var value) ? value.ToString() : null;

    private static double? Number(StateVisit visit, DataStage stage) => visit.Stages.TryGetValue(stage, out var value) && value is JsonNumber number ? number.Value : null;
}
