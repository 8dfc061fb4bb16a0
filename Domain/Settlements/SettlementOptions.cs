namespace TaskOrchestration.Domain.Settlements;

/// <summary>How settlements are made where a request does not say it.</summary>
public sealed record SettlementOptions
{
    /// <summary>Where a day is counted: an IANA time zone, or <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The fewest entries of a page but the last. Pages are made larger when there would be too many of them.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>The share of pages, in percent, that may fail before the whole settlement counts as failed.</summary>
    public decimal ToleratedFailurePercentage { get; init; } = 5;
}
