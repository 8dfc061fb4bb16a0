using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.StatusEvents;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>The operations on subscriptions to status-change events.</summary>
internal sealed class StatusEventRoutes(StatusSubscriptions subscriptions, IStatusOutbox outbox, StatusDeliveries deliveries, TimeProvider time)
{
    public async ValueTask<IAnswer> ListAsync(HttpContext context)
    {
        var items = new List<SubscriptionView>();
        foreach (var one in subscriptions.All)
        {
            items.Add(SubscriptionView.Of(one, await outbox.CountAsync(one.Name, context.RequestAborted), deliveries.HealthOf(one.Name)));
        }

        return await JsonAnswer.Ok(new SubscriptionList { Items = items });
    }

    /// <summary>Also of a subscription that is not there any more: what waited for it was given up.</summary>
    public async ValueTask<IAnswer> ListDeadAsync(HttpContext context, DeadEventsQuery query)
    {
        var limit = query.Limit ?? Paging.DefaultLimit;
        var found = await outbox.ListDeadAsync(query.Name, limit + 1, PlaceIn(query), context.RequestAborted);
        var next = found.Count > limit ? Cursor.Write(found[limit - 1].Place, Question(query.Name)) : null;
        Paging.LinkNext(context, next);
        return await JsonAnswer.Ok(new DeadEventPage { Items = [.. found.Take(limit).Select(DeadEventView.Of)], Next = next });
    }

    public async ValueTask<IAnswer> RedeliverAsync(HttpContext context, DeadEventPath path)
    {
        if (subscriptions.All.All(one => one.Name != path.Name))
        {
            throw NotFound($"There is no subscription '{path.Name}'.");
        }

        var revived = await outbox.ReviveAsync(path.Name, path.Id, time.GetUtcNow(), context.RequestAborted)
            ?? throw NotFound($"No event '{path.Id}' of the subscription '{path.Name}' has been given up.");
        subscriptions.Ring(revived.ExecutionArn);
        return await JsonAnswer.NoContent();
    }

    private static string? PlaceIn(DeadEventsQuery query)
    {
        try
        {
            return query.Cursor is { } cursor ? Cursor.Read(cursor, Question(query.Name)) : null;
        }
        catch (RefusedException)
        {
            throw new InvalidCursorException($"Expected a cursor that was given out for the subscription '{query.Name}', found '{query.Cursor}'.");
        }
    }

    private static string Question(string name) => $"dead events {name}";

    private static ProblemException NotFound(string message) => new(StatusCodes.Status404NotFound, "not-found", message);
}
