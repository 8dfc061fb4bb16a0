using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.Orchestrations.MapRuns;
using TaskOrchestration.Orchestrations.Resources;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Serving;

/// <summary>The whole API in this process: requests go through the wire endpoint as those of a client do, only without a socket.</summary>
public sealed class ApiSession : IDisposable
{
    private readonly ServiceProvider services;
    private readonly WireEndpoint endpoint;

    /// <summary>The API over a catalog and executions.</summary>
    /// <param name="catalog">The machines.</param>
    /// <param name="executions">The executions.</param>
    /// <param name="mapRuns">The Map Runs; without them there are none.</param>
    /// <param name="router">What does the tasks of states that are tested; without one nothing does.</param>
    /// <param name="time">The clock; without one the system's.</param>
    /// <param name="configure">What else there is.</param>
    public ApiSession(StateMachineCatalog catalog, IExecutionService executions, IMapRunService? mapRuns = null, ITaskRouter? router = null, TimeProvider? time = null, Action<IServiceCollection>? configure = null)
    {
        var registered = new ServiceCollection().AddLogging().AddSingleton(catalog).AddSingleton(executions).AddSingleton(time ?? TimeProvider.System);
        registered.AddSingleton(mapRuns ?? new NoMapRuns(executions));
        if (router is not null)
        {
            registered.AddSingleton(router);
        }

        configure?.Invoke(registered);
        services = registered.AddStepFunctionsApi().BuildServiceProvider();
        endpoint = services.GetRequiredService<WireEndpoint>();
    }

    /// <summary>The actions that exist.</summary>
    public IEnumerable<string> Actions => services.GetServices<IAction>().Select(action => action.Name);

    /// <summary>Calls an action.</summary>
    public async Task<ApiAnswer> CallAsync(string action, JsonObject parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        using var request = new MemoryStream(parameters.ToUtf8());
        using var response = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = HttpMethods.Post;
        context.Request.Headers["X-Amz-Target"] = $"AWSStepFunctions.{action}";
        context.Request.ContentType = "application/x-amz-json-1.0";
        context.Request.ContentLength = request.Length;
        context.Request.Body = request;
        context.Response.Body = response;
        await endpoint.HandleAsync(context);
        return new ApiAnswer(context.Response.StatusCode, (JsonObject)Json.Parse(response.ToArray()));
    }

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();
}
