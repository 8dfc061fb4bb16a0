using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Executions.Views;
using TaskOrchestration.Api.Live;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Executions;

/// <summary>The operations on how an execution goes and has gone.</summary>
internal static class CourseOperations
{
    public static void Map(IEndpointRouteBuilder api, CourseRoutes routes, LiveRoutes live)
    {
        api.MapOperation<LiveQuery>(
            new Operation
            {
                Id = "watchExecution", Method = HttpMethods.Get, Pattern = "/executions/{arn}/live", Tag = ExecutionOperations.Tag, Summary = "Tells the history of an execution, and goes on as it happens.",
                Description = "Server-sent events: history (up to 500 events as GetExecutionHistory shows them, and the index of the fact that the last one follows from), status (where the execution stands), "
                    + "rewound (events with greater ids than the one named never happened). docs/executions-api.md has their members.",
                Answers = [new(200, "The events, as long as somebody listens.") { MediaType = EventStream.MediaType }],
                Refusals = ["not-found"],
            },
            live.WatchAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<FactsQuery>(
            new Operation
            {
                Id = "listFacts", Method = HttpMethods.Get, Pattern = "/executions/{arn}/facts", Tag = ExecutionOperations.Tag, Summary = "Lists the facts that reached an execution: the moments it can be looked at.",
                Answers = [new(200, "Facts in their order.", typeof(FactPage))],
                Refusals = ["not-found"],
            },
            routes.ListFactsAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<FactPath>(
            new Operation
            {
                Id = "getMoment", Method = HttpMethods.Get, Pattern = "/executions/{arn}/facts/{index}", Tag = ExecutionOperations.Tag, Summary = "Shows an execution exactly as it was after a fact.",
                Answers = [new(200, "The moment.", typeof(MomentView))],
                Refusals = ["not-found"],
            },
            routes.GetMomentAsync).AllowRoles(WireActions.Readers).KeepToMachines();
        api.MapOperation<EventPath>(
            new Operation
            {
                Id = "getDataFlow", Method = HttpMethods.Get, Pattern = "/executions/{arn}/events/{id}/data-flow", Tag = ExecutionOperations.Tag, Summary = "Shows how data went through a state that was entered by an event.",
                Description = "What is shown is what happened: the facts are applied once more, and the state is looked at on the way.",
                Answers = [new(200, "The data, point by point.", typeof(DataFlowView))],
                Refusals = ["not-found"],
            },
            routes.GetDataFlowAsync).AllowRoles(WireActions.Readers).KeepToMachines();
    }
}
