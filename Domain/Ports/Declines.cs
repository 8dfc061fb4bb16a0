namespace TaskOrchestration.Domain.Ports;

/// <summary>What is said about a declined payment.</summary>
internal static class Declines
{
    /// <summary>The reason and its code: <c>insufficient funds (insufficient_funds)</c>.</summary>
    public static string? InWords(LedgerEntry decline) =>
        decline.DeclineCode is { } code ? $"{decline.Reason} ({code})" : decline.Reason;
}
