using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Executions;

/// <summary>The operations on executions.</summary>
internal static class ExecutionOperations
{
    public const string Tag = "Executions";

    public static void Map(IEndpointRouteBuilder api, ExecutionRoutes routes)
    {
        api.MapOperation<ExecutionSearchQuery>(
            new Operation
            {
                Id = "searchExecutions", Method = HttpMethods.Get, Pattern = "/executions", Tag = Tag, Summary = "Looks for executions of a machine, or of a Map Run, newest first.",
                Description = "Of stateMachine and mapRun exactly one is given. One request looks for a quarter of a second, and at no more than 20,000 executions: a page may be short, or empty, and still have a next one.",
                Answers = [new(200, "A page of executions.", typeof(ExecutionPage)) { Headers = ["Link"] }],
                Refusals = ["invalid-cursor", "not-found", "wrong-status"],
            },
            routes.SearchAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<ExecutionPath>(
            new Operation
            {
                Id = "getExecution", Method = HttpMethods.Get, Pattern = "/executions/{arn}", Tag = Tag, Summary = "Shows an execution, with its machine as it was when the execution began.",
                Answers = [new(200, "The execution.", typeof(ExecutionView))],
                Refusals = ["not-found"],
            },
            routes.GetAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<ExecutionPath>(
            new Operation
            {
                Id = "exportExecution", Method = HttpMethods.Get, Pattern = "/executions/{arn}/bundle", Tag = Tag, Summary = "Hands out an execution to take along: what is needed to show it somewhere else.",
                Description = "The facts are in it as moments only: from what they hold, task tokens could be made.",
                Answers = [new(200, "The execution with its definition, facts and history.", typeof(BundleView)) { Headers = ["Content-Disposition"] }],
                Refusals = ["not-found"],
            },
            routes.GetBundleAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<MetricsQuery>(
            new Operation
            {
                Id = "getStateMachineMetrics", Method = HttpMethods.Get, Pattern = "/state-machines/{name}/metrics", Tag = Tag, Summary = "Counts the executions of a machine that began in a time.",
                Description = "Each is counted in the part of the time in which it began, with how it stands now. At most the 10,000 newest of each status are counted.",
                Answers = [new(200, "The counts.", typeof(MachineMetricsView))],
                Refusals = ["not-found", "wrong-status"],
            },
            routes.GetMetricsAsync).AllowRoles(WireActions.Readers).KeepToMachines();
    }
}
