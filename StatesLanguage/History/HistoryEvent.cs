namespace TaskOrchestration.StatesLanguage.History;

/// <summary>One event of an execution's history, as AWS would show it.</summary>
/// <param name="Id">1, 2, 3 … without gaps.</param>
/// <param name="PreviousId">The event this one follows from; 0 for the first two.</param>
/// <param name="Timestamp">When the fact behind it happened.</param>
/// <param name="Type">What happened.</param>
/// <param name="Details">The particulars, or null for types that have none.</param>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html">HistoryEvent</seealso>
public sealed record HistoryEvent(long Id, long PreviousId, DateTimeOffset Timestamp, HistoryEventType Type, HistoryDetails? Details);
