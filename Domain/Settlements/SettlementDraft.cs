namespace TaskOrchestration.Domain.Settlements;

/// <summary>A settlement that is to be planned.</summary>
/// <param name="SettlementId">What it will be known by.</param>
/// <param name="Date">The day it is for.</param>
/// <param name="TimeZone">Where the day is counted.</param>
/// <param name="CutOff">Entries before this moment belong to it.</param>
/// <param name="FewestInPage">The fewest entries of a page but the last.</param>
/// <param name="At">When.</param>
public sealed record SettlementDraft(
    string SettlementId, DateOnly Date, string TimeZone, DateTimeOffset CutOff, int FewestInPage, DateTimeOffset At)
{
    /// <summary>The settlement, with these pages.</summary>
    public Settlement With(IEnumerable<int> pages) => new()
    {
        SettlementId = SettlementId,
        Date = Date,
        TimeZone = TimeZone,
        CutOff = CutOff,
        PlannedAt = At,
        Pages = [.. pages],
    };
}
