using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Admission;
using TaskOrchestration.Api.Hosting;
using TaskOrchestration.Api.Pages;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions;
using TaskOrchestration.Api.Telemetry;

namespace TaskOrchestration.Functions.Hosting;

/// <summary>What the local host answers, for requests that a function was called with.</summary>
/// <remarks>The function's own route has matched already; what it found is put aside, so that the product's routes are looked through.</remarks>
public sealed class RequestPipeline(IServiceProvider services)
{
    private readonly Lazy<RequestDelegate> api = new(() => Api(services));
    private readonly Lazy<RequestDelegate> guarded = new(() => Guarded(services));

    /// <summary>Answers a request by the product's own routes: the Step Functions API, the REST API, health, pages.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (endpoint, values) = (context.GetEndpoint(), context.Request.RouteValues);
        context.SetEndpoint(null);
        context.Request.RouteValues = [];
        TakeScheme(context.Request);
        try
        {
            await api.Value(context);
        }
        finally
        {
            context.SetEndpoint(endpoint);
            context.Request.RouteValues = values;
        }
    }

    /// <summary>Has a function answer a request itself. What it throws is answered as the REST API does, with a problem that says why.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Features.Set(new OwnAnswer(answer));
        return guarded.Value(context);
    }

    /// <summary>Nobody but the Functions host can reach this process. It speaks HTTP to it, and says in this header what the client spoke.</summary>
    private static void TakeScheme(HttpRequest request)
    {
        if (request.Headers["X-Forwarded-Proto"].ToString().Split(',')[0].Trim() == Uri.UriSchemeHttps)
        {
            request.Scheme = Uri.UriSchemeHttps;
        }
    }

    private static RequestDelegate Api(IServiceProvider services)
    {
        var application = new ApplicationBuilder(services);
        application.UseRouting();
        application.UseRestApi();
        application.UseTelemetry();
        application.UseConsole();
        application.UseAdmission();
        application.UseAccess();
        application.UseEndpoints(endpoints =>
        {
            endpoints.MapStepFunctionsApi();
            endpoints.MapRestOperations();
        });
        return application.Build();
    }

    private static RequestDelegate Guarded(IServiceProvider services)
    {
        var application = new ApplicationBuilder(services);
        application.UseRestApi();
        application.Run(context => context.Features.GetRequiredFeature<OwnAnswer>().Answer(context));
        return application.Build();
    }

    private sealed record OwnAnswer(RequestDelegate Answer);
}
