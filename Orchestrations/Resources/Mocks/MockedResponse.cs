using System.Globalization;

namespace TaskOrchestration.Orchestrations.Resources.Mocks;

/// <summary>What the attempts at a state get in place of what the real thing would answer.</summary>
/// <param name="Name">Its name in the configuration.</param>
/// <param name="Ranges">Which attempts get what; no two overlap.</param>
public sealed record MockedResponse(string Name, IReadOnlyList<MockedRange> Ranges)
{
    /// <summary>What an attempt gets, or null where there is nothing for it.</summary>
    /// <param name="invocation">How many attempts at the state went before in the execution.</param>
    public TaskOutcome? OutcomeOf(int invocation) => Ranges.FirstOrDefault(range => range.Covers(invocation))?.Outcome;

    /// <summary>The attempts there is something for.</summary>
    public string Attempts => string.Join(", ", Ranges.OrderBy(range => range.First).Select(range => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")));
}
