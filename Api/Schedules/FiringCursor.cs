using System.Buffers.Text;
using System.Text;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Where a page of a schedule's firings ended, as a text that is good for that schedule alone.</summary>
internal static class FiringCursor
{
    public static string Write(string schedule, DateTimeOffset due, string id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{schedule} {due.UtcTicks} {id}"));

    /// <summary>Where it says that the page ended.</summary>
    /// <exception cref="InvalidCursorException">It was not given out for this schedule.</exception>
    public static (DateTimeOffset Due, string Id) Read(string schedule, string cursor)
    {
        if (Base64Url.IsValid(cursor)
            && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(' ') is [var name, var ticks, { Length: > 0 } id]
            && name == schedule
            && long.TryParse(ticks, out var due) && due >= 0 && due <= DateTimeOffset.MaxValue.Ticks)
        {
            return (new DateTimeOffset(due, TimeSpan.Zero), id);
        }

        throw new InvalidCursorException($"Expected a cursor that was given out for the firings of '{schedule}', found '{cursor}'.");
    }
}
