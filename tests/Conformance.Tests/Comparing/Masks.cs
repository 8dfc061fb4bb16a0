using System.Text.RegularExpressions;

namespace TaskOrchestration.Conformance.Tests.Comparing;

/// <summary>What the recorder blotted out of every text.</summary>
internal static partial class Masks
{
    /// <summary>Expected texts that any value meets.</summary>
    public static readonly IReadOnlyList<string> Values = ["timestamp", "datetime", "date"];

    /// <summary>The text with times blotted out.</summary>
    public static string Times(string text) => IsoTime().Replace(text, "date");

    /// <summary>The text with times and the numbers of requests blotted out.</summary>
    public static string All(string text) =>
        RequestId().Replace(ExtendedRequestId().Replace(Times(text), "Extended Request ID: <extended_request_id>"), "Request ID: <request_id>");

    [GeneratedRegex(
        @"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,9})?(?:Z|[+-][01][0-9]:?(?:[0-5][0-9])?)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex IsoTime();

    [GeneratedRegex("Extended Request ID: [a-zA-Z0-9-/=+]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExtendedRequestId();

    [GeneratedRegex("(?<!Extended )Request ID: [a-zA-Z0-9-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RequestId();
}
