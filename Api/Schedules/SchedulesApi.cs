using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Schedules;

/// <summary>Puts the operations on schedules into a host.</summary>
public static class SchedulesApi
{
    internal const Roles Readers = Roles.Viewer | Roles.Operator | Roles.Author;

    /// <summary>Registers the operations. The host registers a <c>ScheduleService</c>.</summary>
    public static IServiceCollection AddSchedulesApi(this IServiceCollection services) => services.AddSingleton<ScheduleRoutes>();

    /// <summary>Maps the operations into the REST API's group.</summary>
    internal static IEndpointRouteBuilder MapSchedulesApi(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        var routes = api.ServiceProvider.GetRequiredService<ScheduleRoutes>();
        api.MapOperation(Operation("listSchedules", HttpMethods.Get, "/schedules", "Lists all schedules.", new(200, "The schedules.", typeof(ScheduleList))), routes.ListAsync)
            .AllowRoles(Readers).KeepToMachines();
        api.MapOperation<SchedulePath>(
            Operation("getSchedule", HttpMethods.Get, "/schedules/{name}", "Describes a schedule.", new(200, "The schedule.", typeof(ScheduleView)) { Headers = ["ETag"] }) with { Refusals = ["not-found"] },
            routes.DescribeAsync).AllowRoles(Readers).KeepToMachines();
        api.MapOperation<ScheduleVersion, ScheduleDraft>(
            Operation("putSchedule", HttpMethods.Put, "/schedules/{name}", "Makes or replaces a schedule.", new(200, "The schedule, replaced.", typeof(ScheduleView)) { Headers = ["ETag"] }) with
            {
                Description = "Nothing that was due before the change becomes due by it. Schedules from the settings are changed there.",
                Answers =
                [
                    new(200, "The schedule, replaced.", typeof(ScheduleView)) { Headers = ["ETag"] },
                    new(201, "The new schedule.", typeof(ScheduleView)) { Headers = ["Location", "ETag"] },
                ],
                Refusals = ["wrong-status", "precondition-failed", "precondition-required"],
            },
            routes.PutAsync).AllowRoles(Roles.Author).KeepToMachines();
        api.MapOperation<ScheduleVersion>(
            Operation("deleteSchedule", HttpMethods.Delete, "/schedules/{name}", "Deletes a schedule with its firings.", new(204, "It is gone; executions it has started go on.")) with
            {
                Refusals = ["not-found", "wrong-status", "precondition-failed", "precondition-required"],
            },
            routes.DeleteAsync).AllowRoles(Roles.Author).KeepToMachines();
        api.MapOperation<SchedulePath, RunRequest>(
            Operation("runSchedule", HttpMethods.Post, "/schedules/{name}/run", "Starts a schedule's machine now.", new(201, "The firing.", typeof(FiringView)) { Headers = ["Location"] }) with
            {
                Description = "Whether the schedule is on or off, and whatever else runs. A firing that could not be started says so in status and reason.",
                BodyIsOptional = true,
                Refusals = ["not-found"],
            },
            routes.RunAsync).AllowRoles(Roles.Operator | Roles.Author).KeepToMachines();
        api.MapOperation<FiringsQuery>(
            Operation("listFirings", HttpMethods.Get, "/schedules/{name}/firings", "Lists the firings of a schedule, the latest first.", new(200, "A page of firings.", typeof(FiringPage)) { Headers = ["Link"] }) with
            {
                Refusals = ["not-found", "invalid-cursor"],
            },
            routes.ListFiringsAsync).AllowRoles(Readers).KeepToMachines();
        api.MapOperation<FiringPath>(
            Operation("getFiring", HttpMethods.Get, "/schedules/{name}/firings/{id}", "Describes a firing.", new(200, "The firing.", typeof(FiringView))) with { Refusals = ["not-found"] },
            routes.DescribeFiringAsync).AllowRoles(Readers).KeepToMachines();
        return api;
    }

    private static Operation Operation(string id, string method, string pattern, string summary, OperationAnswer answer) =>
        new() { Id = id, Method = method, Pattern = pattern, Tag = "Schedules", Summary = summary, Answers = [answer] };
}
