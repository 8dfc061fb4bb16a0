using System.Globalization;

namespace TaskOrchestration.Orchestrations.Executions;

/// <summary>How far a search has come: the page of the list it was on, and the execution on it that was looked at last.</summary>
/// <param name="StartDate">When that execution began.</param>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="Page">The cursor of the page, or null for the first.</param>
internal sealed record SearchPosition(DateTimeOffset StartDate, string ExecutionArn, string? Page)
{
    /// <summary>The position as a cursor of a query.</summary>
    public string Write(string query) => Cursor.Write(string.Create(CultureInfo.InvariantCulture, $"{StartDate.UtcTicks} {ExecutionArn} {Page}"), query);

    /// <summary>The position a cursor of a query stands for.</summary>
    /// <exception cref="RefusedException">It was not given out for that query.</exception>
    public static SearchPosition Read(string cursor, string query) =>
        Cursor.Read(cursor, query).Split(' ') is [var ticks, var arn, var page]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var start) && start <= DateTimeOffset.MaxValue.UtcTicks
            ? new SearchPosition(new DateTimeOffset(start, TimeSpan.Zero), arn, page.Length == 0 ? null : page)
            : throw Cursor.Invalid(cursor);
}
