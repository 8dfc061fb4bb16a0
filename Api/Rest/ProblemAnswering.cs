using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TaskOrchestration.Api.Rest;

/// <summary>Answers requests with problems (RFC 9457).</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</seealso>
public static class ProblemAnswering
{
    /// <summary>The media type of problems.</summary>
    public const string MediaType = "application/problem+json";

    private const string TypePrefix = "urn:taskorch:problem:";

    private static readonly string[] OfTheContent =
        [HeaderNames.ContentDisposition, HeaderNames.ContentEncoding, HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Location, HeaderNames.Link];

    /// <summary>Answers with a problem. Headers that were set for it, such as <c>Retry-After</c>, stay; those about other content do not.</summary>
    public static Task AnswerAsync(HttpContext context, ProblemException problem)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(problem);
        var response = context.Response;
        foreach (var header in OfTheContent)
        {
            response.Headers.Remove(header);
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(Describe(context, problem), RestJson.Options);
        context.Features.Set(new AnsweredProblem(problem.Code));
        response.StatusCode = problem.Status;
        response.ContentType = MediaType;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? response.StartAsync(context.RequestAborted) : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    private static Problem Describe(HttpContext context, ProblemException problem) => new()
    {
        Type = TypePrefix + problem.Code,
        Title = ProblemCode.Named(problem.Code)?.Title ?? ReasonPhrases.GetReasonPhrase(problem.Status),
        Status = problem.Status,
        Detail = problem.Message,
        Instance = context.Request.PathBase.Add(context.Request.Path).ToUriComponent(),
        RequestId = context.TraceIdentifier,
        Errors = problem.Errors.Count > 0 ? problem.Errors : null,
    };
}
