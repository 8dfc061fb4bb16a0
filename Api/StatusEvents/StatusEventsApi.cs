using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.StatusEvents;

/// <summary>Puts the operations on subscriptions to status-change events into a host.</summary>
public static class StatusEventsApi
{
    private const string Tag = "Operations";

    /// <summary>Registers the operations. The host registers status events and an <c>IStatusOutbox</c>.</summary>
    public static IServiceCollection AddStatusEventsApi(this IServiceCollection services) => services.AddSingleton<StatusEventRoutes>();

    /// <summary>Maps the operations into the REST API's group.</summary>
    internal static IEndpointRouteBuilder MapStatusEventsApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var routes = api.ServiceProvider.GetRequiredService<StatusEventRoutes>();
        api.MapOperation(
            new Operation
            {
                Id = "listEventSubscriptions",
                Method = HttpMethods.Get,
                Pattern = "/event-subscriptions",
                Tag = Tag,
                Summary = "Lists the subscriptions to status-change events, with how their deliveries get on.",
                Answers = [new(200, "The subscriptions, in the order of the settings.", typeof(SubscriptionList))],
            },
            routes.ListAsync).AllowRoles(Roles.Viewer | Roles.Operator);
        api.MapOperation<DeadEventsQuery>(
            new Operation
            {
                Id = "listDeadEvents",
                Method = HttpMethods.Get,
                Pattern = "/event-subscriptions/{name}/dead-events",
                Tag = Tag,
                Summary = "Lists the events of a subscription that were given up, the latest first.",
                Answers = [new(200, "A page of events.", typeof(DeadEventPage)) { Headers = ["Link"] }],
                Refusals = ["invalid-cursor"],
            },
            routes.ListDeadAsync).AllowRoles(Roles.Viewer | Roles.Operator);
        api.MapOperation<DeadEventPath>(
            new Operation
            {
                Id = "redeliverEvent",
                Method = HttpMethods.Post,
                Pattern = "/event-subscriptions/{name}/dead-events/{id}/redeliver",
                Tag = Tag,
                Summary = "Has an event that was given up delivered after all.",
                Description = "It may reach the receiver after later events of the same execution.",
                Answers = [new(204, "It waits to be delivered.")],
                Refusals = ["not-found"],
            },
            routes.RedeliverAsync).AllowRoles(Roles.Operator);
        return api;
    }
}
