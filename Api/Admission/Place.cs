namespace TaskOrchestration.Api.Admission;

/// <summary>Where a kind of request is counted, and how many may be there already when one more comes.</summary>
/// <param name="Gate">Counts it.</param>
/// <param name="Most">How many there may be with it.</param>
internal readonly record struct Place(Gate Gate, int Most)
{
    /// <summary>Whether one more would be too many.</summary>
    public bool IsTaken => Gate.Inside >= Most;

    /// <summary>Takes it, if there is one.</summary>
    public bool TryTake() => Gate.TryEnter(Most);
}
