using TaskOrchestration.Domain.Failures;

namespace TaskOrchestration.Domain.Settlements;

/// <summary>What a settlement covers.</summary>
public static class SettlementRules
{
    /// <summary>The most pages of a settlement; references to more would not leave room in what a state may hand on.</summary>
    public const int MostPages = 200;

    /// <summary>The day that a request is about, and the moment up to which it is settled.</summary>
    /// <remarks>A day that is not over is settled up to now; what comes later belongs to the next settlement.</remarks>
    /// <exception cref="InvalidSettlementException">No such time zone, or a day or cut-off that lies ahead.</exception>
    public static (DateOnly Date, string TimeZone, DateTimeOffset CutOff) Covers(
        SettlementRequest request, SettlementOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var zone = ZoneOf(request.TimeZone ?? options.TimeZone);
        var today = DateOf(now, zone);
        var date = request.Date ?? (request.CutOff is { } moment
            ? DateOf(moment.AddTicks(-1), zone)
            : DateOf(request.StartedAt ?? now, zone).AddDays(-1));
        if (date > today)
        {
            throw new InvalidSettlementException($"date: expected a day up to today, {today:yyyy-MM-dd} in {zone.Id}, found {date:yyyy-MM-dd}.");
        }

        if (request.CutOff > now)
        {
            throw new InvalidSettlementException($"cutOff: expected a moment up to now, {now:O}, found {request.CutOff:O}.");
        }

        var cutOff = request.CutOff ?? StartOf(date.AddDays(1), zone);
        return (date, zone.Id, cutOff > now ? now : cutOff);
    }

    /// <summary>How many entries a page has when so many are pending.</summary>
    public static int PageSize(int pending, int fewest) => Math.Max(Math.Max(fewest, 1), (pending + MostPages - 1) / MostPages);

    /// <summary>The first moment of a day. Where clocks are put forward over midnight, it begins when they have been.</summary>
    private static DateTimeOffset StartOf(DateOnly date, TimeZoneInfo zone)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(1);
        }

        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset);
    }

    private static DateOnly DateOf(DateTimeOffset moment, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        ? zone
        : throw new InvalidSettlementException($"timeZone: expected a time zone such as Europe/Berlin, found '{id}'.");
}
