using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Time;

namespace TaskOrchestration.Api.Clock;

/// <summary>Puts the operations on a clock that can be moved into a host that has one.</summary>
internal static class ClockApi
{
    /// <summary>Maps the operations into the REST API's group.</summary>
    public static IEndpointRouteBuilder MapClockApi(this IEndpointRouteBuilder api, MovableClock clock)
    {
        var routes = new ClockRoutes(clock);
        api.MapOperation(
            new Operation { Id = "getClock", Method = HttpMethods.Get, Pattern = "/clock", Tag = "Clock", Summary = "Reads the server's clock.", Answers = [new(200, "The clock.", typeof(ClockView))] },
            routes.ReadAsync).AllowRoles(Roles.Admin);
        api.MapOperation<NoParameters, ClockMove>(
            new Operation
            {
                Id = "moveClock",
                Method = HttpMethods.Post,
                Pattern = "/clock",
                Tag = "Clock",
                Summary = "Moves the server's clock forward.",
                Description = "Whatever is due on the way happens in order. Answers when the clock is there.",
                Answers = [new(200, "The clock.", typeof(ClockView))],
            },
            routes.MoveAsync).AllowRoles(Roles.Admin);
        return api;
    }
}
