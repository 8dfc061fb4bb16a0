using Microsoft.Data.Sqlite;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Stores;

/// <summary>What attempts of tasks were answered, so that one that is made again does nothing twice.</summary>
internal static class ServiceAttempts
{
    /// <summary>
    /// As long as executions are kept. Counted from the newest attempt, not from now: whatever was still open when a process ended is asked for again when the next one begins,
    /// however long that was.
    /// </summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>Every so many attempts those are forgotten that are too old.</summary>
    private const int ForgetsEvery = 1_000;

    /// <summary>The answer that an attempt got; null if it has not been made yet.</summary>
    public static JsonObject? Find(SqliteConnection connection, string attempt) => connection.First(
        "SELECT answer FROM service_attempts WHERE attempt = $attempt", row => (JsonObject)Json.Parse(row.GetString(0)), ("$attempt", attempt));

    /// <summary>Takes an attempt down before its answer is known.</summary>
    /// <returns>Its place among all attempts.</returns>
    public static long Begin(SqliteConnection connection, string attempt, long now)
    {
        connection.Run("INSERT INTO service_attempts (attempt, answer, at_ms) VALUES ($attempt, '{}', $now)", ("$attempt", attempt), ("$now", now));
        var position = connection.First("SELECT last_insert_rowid()", row => row.GetInt64(0));
        if (position % ForgetsEvery == 0)
        {
            connection.Run("DELETE FROM service_attempts WHERE at_ms < $old", ("$old", now - (long)Kept.TotalMilliseconds));
        }

        return position;
    }

    /// <summary>Takes its answer down.</summary>
    public static void End(SqliteConnection connection, long position, JsonObject answer) => connection.Run(
        "UPDATE service_attempts SET answer = $answer WHERE position = $position", ("$answer", answer.ToString()), ("$position", position));
}
