using System.ComponentModel;
using TaskOrchestration.StatesLanguage.Observing;

namespace TaskOrchestration.Api.Executions.Views;

/// <summary>How a failure was dealt with.</summary>
[DisplayName("InspectionErrorDetails")]
internal sealed record ErrorDetailsView
{
    /// <summary>The number of the catcher that took it.</summary>
    public int? CatchIndex { get; init; }

    /// <summary>The number of the retrier that took it.</summary>
    public int? RetryIndex { get; init; }

    /// <summary>The pause before the retry, in seconds.</summary>
    public int? RetryBackoffIntervalSeconds { get; init; }

    public static ErrorDetailsView? Of(StateVisit visit) => visit is { CatchIndex: null, RetryIndex: null } ? null : new ErrorDetailsView
    {
        CatchIndex = visit.CatchIndex,
        RetryIndex = visit.RetryIndex,
        RetryBackoffIntervalSeconds = (int?)visit.RetryPause?.TotalSeconds,
    };
}
