using System.Globalization;
using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Comparing;

/// <summary>Members that the service has added to its answers in the years the recordings were made. An older recording has none of them.</summary>
internal static class Additions
{
    private static readonly Dictionary<string, DateOnly> Since = new(StringComparer.Ordinal)
    {
        // Redriving, announced on 15 November 2023.
        ["RedriveCount"] = new(2023, 11, 15),
        ["RedriveStatus"] = new(2023, 11, 15),
        ["RedriveStatusReason"] = new(2023, 11, 15),
        ["redriveCount"] = new(2023, 11, 15),
        ["redriveStatus"] = new(2023, 11, 15),
        ["redriveStatusReason"] = new(2023, 11, 15),

        // Customer managed keys, announced on 25 July 2024.
        ["encryptionConfiguration"] = new(2024, 7, 25),
    };

    /// <summary>The members that came after the recording of a case.</summary>
    public static IReadOnlySet<string> After(JsonObject body) =>
        body.Object("source").Text("recorded") is { } recorded
        && DateOnly.TryParseExact(recorded[..10], "dd-MM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Since.Where(addition => addition.Value > day).Select(addition => addition.Key).ToHashSet(StringComparer.Ordinal)
            : new HashSet<string>();
}
