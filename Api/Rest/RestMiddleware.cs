using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Api.Rest;

/// <summary>Gives every request an id and every answer the time on the server's clock, and sees to it that nothing under the REST API's paths fails without a problem that says why.</summary>
internal sealed class RestMiddleware(RequestDelegate next, TimeProvider time, ILogger<RestMiddleware> log)
{
    private const string RequestIdHeader = "X-Request-Id";

    /// <summary>The same under the name that AWS clients look for.</summary>
    private const string AmazonsRequestIdHeader = "x-amzn-RequestId";

    /// <summary>The moment of the answer on the clock that the host goes by. <c>Date</c> is the machine's, in whole seconds, and proxies may set it.</summary>
    private const string TimeHeader = "X-Server-Time";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!Guid.TryParse(context.TraceIdentifier, out _))
        {
            context.TraceIdentifier = Guid.CreateVersion7().ToString();
        }

        context.Response.OnStarting(() =>
        {
            context.Response.Headers[RequestIdHeader] = context.TraceIdentifier;
            context.Response.Headers[AmazonsRequestIdHeader] = context.TraceIdentifier;
            context.Response.Headers[TimeHeader] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });

        if (!RestApi.Covers(context.Request.Path))
        {
            await next(context);
            return;
        }

        await AnswerAsync(context);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false })
            {
                await ProblemAnswering.AnswerAsync(context, Unexplained(context));
            }
        }
        catch (Exception e) when (!context.Response.HasStarted && Refusing.ProblemOf(e) is { } problem)
        {
            await ProblemAnswering.AnswerAsync(context, problem);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to hear an answer.
            context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            log.LogError(e, "{Method} {Path} failed unexpectedly, request {RequestId}", context.Request.Method, context.Request.Path, context.TraceIdentifier);
            await ProblemAnswering.AnswerAsync(context, new ProblemException(
                StatusCodes.Status500InternalServerError, "internal-error", "The request failed because of an error inside the server; its log has the reason under the request's id."));
        }
    }

    private static ProblemException Unexplained(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => new ProblemException(404, "route-not-found", $"There is no {context.Request.Path}; /openapi/v1.json lists what there is."),
        StatusCodes.Status405MethodNotAllowed => new ProblemException(
            405, "method-not-allowed", $"Expected {context.Response.Headers.Allow}, found {context.Request.Method}."),
        var status => Refusing.OfStatus(status, $"The request was turned down with status {status}."),
    };
}
