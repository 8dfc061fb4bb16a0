using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Listing;
using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Testing;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Activities;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources.Mocks;
using TaskOrchestration.Orchestrations.Resources.StepFunctions;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.Orchestrations.Testing;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Puts the Step Functions API into a host.</summary>
public static class StepFunctionsApi
{
    /// <summary>
    /// Registers the actions. The host registers what they stand on: an <c>IExecutionService</c>, a <c>StateMachineCatalog</c>, where it runs Map Runs
    /// an <c>IMapRunService</c>, where it keeps tasks for the workers of activities an <see cref="IActivityTasks"/> with its <see cref="ActivityCatalog"/>, and, if time is not the system's, a <see cref="TimeProvider"/>. TestState has tasks done by the host's
    /// <see cref="ITaskRouter"/>; without one there are no functions for it.
    /// </summary>
    public static IServiceCollection AddStepFunctionsApi(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddListing();
        services.TryAddSingleton<IMapRunService, NoMapRuns>();
        services.TryAddSingleton<IActivityStore, MemoryActivityStore>();
        services.TryAddSingleton(provider => new ActivityCatalog(
            provider.GetRequiredService<IActivityStore>(), provider.GetRequiredService<StateMachineCatalog>().Arns, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IActivityTasks, NoActivityTasks>();
        services.TryAddSingleton(MockConfiguration.None);
        services.TryAddSingleton<TestCaseStarts>();
        services.TryAddSingleton(provider => new StateTrials(
            provider.GetService<ITaskRouter>() ?? new TaskRouter(new TaskHandlers()), provider.GetRequiredService<TimeProvider>()));
        return services
            .AddSingleton<ITaggedResource, TaggedMachines>()
            .AddSingleton<ITaggedResource, TaggedActivities>()
            .AddSingleton<TaggedResources>()
            .AddSingleton<IAction, CreateActivity>()
            .AddSingleton<IAction, CreateStateMachine>()
            .AddSingleton<IAction, CreateStateMachineAlias>()
            .AddSingleton<IAction, DeleteActivity>()
            .AddSingleton<IAction, DeleteStateMachine>()
            .AddSingleton<IAction, DeleteStateMachineAlias>()
            .AddSingleton<IAction, DeleteStateMachineVersion>()
            .AddSingleton<IAction, DescribeActivity>()
            .AddSingleton<IAction, DescribeExecution>()
            .AddSingleton<IAction, DescribeMapRun>()
            .AddSingleton<IAction, DescribeStateMachine>()
            .AddSingleton<IAction, DescribeStateMachineAlias>()
            .AddSingleton<IAction, DescribeStateMachineForExecution>()
            .AddSingleton<IAction, GetActivityTask>()
            .AddSingleton<IAction, GetExecutionHistory>()
            .AddSingleton<IAction, ListActivities>()
            .AddSingleton<IAction, ListExecutions>()
            .AddSingleton<IAction, ListMapRuns>()
            .AddSingleton<IAction, ListStateMachineAliases>()
            .AddSingleton<IAction, ListStateMachineVersions>()
            .AddSingleton<IAction, ListStateMachines>()
            .AddSingleton<IAction, ListTagsForResource>()
            .AddSingleton<IAction, PublishStateMachineVersion>()
            .AddSingleton<IAction, RedriveExecution>()
            .AddSingleton<IAction, SendTaskFailure>()
            .AddSingleton<IAction, SendTaskHeartbeat>()
            .AddSingleton<IAction, SendTaskSuccess>()
            .AddSingleton<IAction, StartExecution>()
            .AddSingleton<IAction, StartSyncExecution>()
            .AddSingleton<IAction, StopExecution>()
            .AddSingleton<IAction, TagResource>()
            .AddSingleton<IAction, TestState>()
            .AddSingleton<IAction, UntagResource>()
            .AddSingleton<IAction, UpdateMapRun>()
            .AddSingleton<IAction, UpdateStateMachine>()
            .AddSingleton<IAction, UpdateStateMachineAlias>()
            .AddSingleton<IAction, ValidateStateMachineDefinition>()
            .AddSingleton<ActionTable>()
            .AddSingleton<IStepFunctionsActions, StepFunctionsActions>()
            .AddSingleton<WireEndpoint>();
    }

    /// <summary>Answers <c>POST /</c>, whatever the Host header says: SDKs put <c>sync-</c> before the host for StartSyncExecution.</summary>
    public static IEndpointConventionBuilder MapStepFunctionsApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var endpoint = endpoints.ServiceProvider.GetRequiredService<WireEndpoint>();
        // The limit is checked by the endpoint, which has AWS's words for it; the server's own stands a little further out.
        return endpoints.MapPost("/", endpoint.HandleAsync).AllowCallers().WithMetadata(new WireProtocol(), new RequestLimit(RequestBody.Limit + (64 * 1024)));
    }
}
