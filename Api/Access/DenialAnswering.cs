using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Api.StepFunctions.Wire;

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
            await WireEndpoint.AnswerAsync(context, new AwsError(denial.AwsCode, denial.Detail, denial.AwsStatus));
            return;
        }

        if (denial.Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = denial.IsFailedLogin ? "Bearer realm=\"taskorch\", error=\"invalid_token\"" : "Bearer realm=\"taskorch\"";
        }

        await ProblemAnswering.AnswerAsync(context, new ProblemException(denial.Status, denial.Code, denial.Detail));
    }
}
