using System.Net;
using System.Text;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>How the answer of a function over HTTP is read.</summary>
/// <remarks>
/// A failure whose body has <c>errorType</c> is named by it and has the body as its cause, as with Lambda. Without it the name is
/// <c>Lambda.TooManyRequestsException</c> for 429 and <c>Lambda.ServiceException</c> for 502, 503 and 504, which machines made for AWS retry, and
/// <c>Http.STATUS</c> for any other status.
/// </remarks>
internal static class HttpAnswer
{
    /// <summary>The most that Lambda lets a function answer.</summary>
    public const int LargestBody = 6 * 1024 * 1024;

    private const int LongestQuote = 500;

    public static Json Read(HttpResponseMessage response, byte[] body, HttpFunction function)
    {
        var hasFailed = response.Headers.Contains("X-Amz-Function-Error");
        if (hasFailed || !response.IsSuccessStatusCode)
        {
            throw new TaskFailureException(FailureOf(hasFailed ? null : response.StatusCode, body, function));
        }

        if (body.Length == 0)
        {
            return Json.Null;
        }

        return TryParse(body, out var problem) ?? throw new TaskFailureException(HandlerFailure.Of(
            "Http.InvalidResponse", $"{function.DisplayUrl}: expected JSON in the answer, found {Quote(body)} ({problem})."));
    }

    /// <summary>The failure in an answer.</summary>
    /// <param name="status">Its status, or null where the answer says in Lambda's way that the function has failed.</param>
    /// <param name="body">What it says.</param>
    /// <param name="function">Who says it.</param>
    private static Failure FailureOf(HttpStatusCode? status, byte[] body, HttpFunction function)
    {
        if (TryParse(body, out _) is JsonObject error && error["errorType"] is JsonString { Value.Length: > 0 } type)
        {
            return HandlerFailure.Of(type.Value, error);
        }

        if (status is not { } code)
        {
            return new Failure("Lambda.Unknown", $"The cause could not be determined because Lambda did not return an error type. Returned payload: {Quote(body)}");
        }

        var message = TryParse(body, out _) is JsonObject other && other["errorMessage"] is JsonString said
            ? said.Value
            : $"{function.DisplayUrl} answered {(int)code} {code}{(body.Length == 0 ? "" : $": {Quote(body)}")}";
        return HandlerFailure.Of(NameOf(code), message);
    }

    private static string NameOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => "Lambda.TooManyRequestsException",
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => "Lambda.ServiceException",
        _ => $"Http.{(int)status}",
    };

    private static Json? TryParse(byte[] body, out string? problem)
    {
        try
        {
            problem = null;
            return Json.Parse(body);
        }
        catch (JsonSyntaxException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private static string Quote(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, LongestQuote));
        return body.Length > LongestQuote ? text + "…" : text;
    }
}
