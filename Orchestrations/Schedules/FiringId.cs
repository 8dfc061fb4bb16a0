using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Schedules;

/// <summary>The ids of firings. Each is a good name for an execution: at most 80 characters.</summary>
public static class FiringId
{
    /// <summary>The id of a due time's firing. The same due time has the same id for ever, which is what makes it fire once.</summary>
    public static string Of(string schedule, DateTimeOffset due) => $"{schedule}-{due.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}";

    /// <summary>The id of a firing that is asked for by hand.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="key">What makes it the same wish as an earlier one; none for a new wish in any case.</param>
    public static string OfWish(string schedule, string? key) => $"{schedule}-run-{(key is null ? Guid.NewGuid().ToString("N")[..20] : Digest(key))}";

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..20];
}
