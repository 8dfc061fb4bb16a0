using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>A settlement as it was planned: everything that was pending up to a moment, in pages.</summary>
/// <remarks>The plan stays: whoever asks for a page again, today or after a crash, means the same entries of the ledger.</remarks>
public sealed record Settlement
{
    /// <summary>What it is known by.</summary>
    public required string SettlementId { get; init; }

    /// <summary>The day it is for.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where that day was counted: an IANA time zone, or <c>UTC</c>.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What was entered on the ledger before this moment belongs to it, unless it was settled before.</summary>
    public required DateTimeOffset CutOff { get; init; }

    /// <summary>When it was planned.</summary>
    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>How many entries there are in each page; the first page is page 1.</summary>
    public ValueList<int> Pages { get; init; } = [];

    /// <summary>How many entries there are.</summary>
    public int Entries => Pages.Sum();
}
