namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>Where a JSONata state has failed to work something out, for the event that tells of it.</summary>
/// <param name="Location">The field, as a path from the state: <c>Choices[0]/Output/total</c>; null where it is about no field.</param>
/// <param name="Expression">The expression, or null where it is none whose fault it is.</param>
/// <param name="Complaint">What is wrong. Where there is an expression, the end of a sentence of which it and the field are the beginning.</param>
internal sealed record EvaluationSite(string? Location, string? Expression, string Complaint)
{
    /// <summary>Whether the state had been entered for good by then. AWS has the event of most failures follow from what was before the state.</summary>
    public bool IsAfterEntry { get; init; }
}
