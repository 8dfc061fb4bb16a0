using System.Xml;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Api.Clock;

/// <summary>The operations on the server's clock.</summary>
internal sealed class ClockRoutes(MovableClock clock)
{
    public ValueTask<IAnswer> ReadAsync(HttpContext context) => JsonAnswer.Ok(View());

    public async ValueTask<IAnswer> MoveAsync(HttpContext context, NoParameters none, ClockMove move)
    {
        var now = clock.GetUtcNow();
        var by = By(move, now);
        if (by < TimeSpan.Zero || by > MovableClock.LongestMove)
        {
            var pointer = move.To is null ? "/advance" : "/to";
            var message = $"Expected a move forward by at most {MovableClock.LongestMove.TotalDays} days from {now.UtcDateTime:O}, found one by {XmlConvert.ToString(by)}.";
            throw new ProblemException(400, "invalid-body", message, new FieldProblem(pointer, message));
        }

        await clock.MoveAsync(now + by, context.RequestAborted);
        return await JsonAnswer.Ok(View());
    }

    private static TimeSpan By(ClockMove move, DateTimeOffset now)
    {
        if (move.Advance is null == move.To is null)
        {
            const string Message = "Expected either how far to advance or where to go to, found both or neither.";
            throw new ProblemException(400, "invalid-body", Message, new FieldProblem("", Message));
        }

        try
        {
            return move.To is { } to ? to - now : XmlConvert.ToTimeSpan(move.Advance!);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            var message = $"Expected an ISO 8601 duration such as PT24H, found '{move.Advance}'.";
            throw new ProblemException(400, "invalid-body", message, new FieldProblem("/advance", message));
        }
    }

    private ClockView View() => new() { Now = clock.GetUtcNow(), AheadBy = XmlConvert.ToString(clock.Lead) };
}
