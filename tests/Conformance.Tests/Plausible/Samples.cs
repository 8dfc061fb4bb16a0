using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>Single values of each kind, good for most uses.</summary>
internal static class Samples
{
    /// <summary>A moment a little after the runs begin.</summary>
    public static readonly Json Moment = Json.Of("2025-03-14T16:00:00Z");

    /// <summary>Small numbers.</summary>
    public static readonly IReadOnlyList<Json> Numbers = [Json.Of(1), Json.Of(2), Json.Of(0)];

    /// <summary>Yes and no.</summary>
    public static readonly IReadOnlyList<Json> Flags = [Json.True, Json.False];

    /// <summary>A text in Base64.</summary>
    public static readonly Json Base64 = Json.Of("e30=");

    /// <summary>A text of which splitting gives several parts, whatever it is split at. It is good for the name of a file, too.</summary>
    public static Json Text(string name) => Json.Of($"arn:aws:s3:us-east-1:123456789012:{name}/part-1::2,3.csv");
}
