using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Telemetry;

namespace TaskOrchestration.Api.Access;

/// <summary>Tells a client that it was turned away, in the form of the API that it speaks.</summary>
internal static class DenialAnswering
{
    public static async Task AnswerAsync(HttpContext context, Denial denial)
    {
        var headers = context.Response.Headers;
        if (denial.RetryAfter is { } seconds)
        {
            headers.RetryAfter = seconds.ToString();
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is not null)
        {
            if (denial.Status == StatusCodes.Status429TooManyRequests)
            {
                CountThrottled(context);
            }

            await WireEndpoint.AnswerAsync(context, new AwsError(denial.AwsCode, denial.Detail, denial.AwsStatus));
            return;
        }

        if (denial.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = denial.IsFailedLogin ? "Bearer realm=\"taskorch\", error=\"invalid_token\"" : "Bearer realm=\"taskorch\"";
        }

        await ProblemAnswering.AnswerAsync(context, new ProblemException(denial.Status, denial.Code, denial.Detail));
    }

    /// <summary>Counted here because AWS has another status for it. Under the action's name, if it is one that exists: others would be too many to count apart.</summary>
    private static void CountThrottled(HttpContext context)
    {
        var action = WireActions.Named(context.Request);
        context.RequestServices.GetService<ThrottledCalls>()?.Count(WireActions.All.ContainsKey(action) ? action : "unknown");
    }
}
