using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Api.Rest.Reading;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Rest.Idempotency;

/// <summary>Answers a POST once for each idempotency key; the same request again gets the first answer again.</summary>
/// <remarks>
/// Kept are answers of success. One that turned the request down changed nothing, so the same key may be tried again. A duplicate that comes while
/// the first is under way is told so (409). Should the process end between the deed and the keeping of its answer, the deed itself must know the
/// key again, as the submission of a task does.
/// </remarks>
internal static class IdempotentAnswering
{
    private const string ReplayedHeader = "Idempotency-Replayed";
    private static readonly string[] KeptHeaders = [HeaderNames.Location, HeaderNames.ETag, HeaderNames.RetryAfter];

    public static async Task AnswerAsync(HttpContext context, Operation operation, Func<HttpContext, ValueTask<IAnswer>> handle)
    {
        if (IdempotencyKey.Of(context.Request) is not { } key)
        {
            await (await handle(context)).WriteAsync(context);
            return;
        }

        var bytes = await JsonBody.ReadBytesAsync(context.Request, operation.BodyLimit);
        context.Features.Set(new BodyBytes(bytes));
        var scope = ScopeOf(context);
        var underWay = context.RequestServices.GetRequiredService<RequestsUnderWay>();
        if (!underWay.TryBegin(scope, key))
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, "idempotency-key-in-use", $"A request with the {IdempotencyKey.Header} '{key}' is being answered. Ask again when it has been.");
        }

        try
        {
            await AnswerOnceAsync(context, operation, handle, (scope, key, Hash(context.Request, bytes)));
        }
        finally
        {
            underWay.End(scope, key);
        }
    }

    /// <summary>Within what a key means something: whose it is, and for which route.</summary>
    internal static string ScopeOf(HttpContext context) => $"{context.Features.Get<Caller>()?.Name} {context.Request.Method} {context.Request.Path}";

    private static async Task AnswerOnceAsync(
        HttpContext context, Operation operation, Func<HttpContext, ValueTask<IAnswer>> handle, (string Scope, string Key, string Hash) request)
    {
        var store = context.RequestServices.GetRequiredService<IIdempotencyStore>();
        if (await store.FindAsync(request.Scope, request.Key, context.RequestAborted) is { } kept)
        {
            await ReplayAsync(context, operation, kept, request.Hash);
            return;
        }

        var answer = await handle(context);
        if (answer is JsonAnswer { Status: >= 200 and < 300 } settled)
        {
            // From here on the deed is done: whoever hangs up now must not keep the answer from being kept.
            await store.KeepAsync(
                new IdempotentAnswer
                {
                    Scope = request.Scope,
                    Key = request.Key,
                    RequestHash = request.Hash,
                    Status = settled.Status,
                    Headers = [.. KeptHeaders.Where(context.Response.Headers.ContainsKey).Select(name => new AnswerHeader(name, context.Response.Headers[name].ToString()))],
                    Body = operation.AnswerIsSecret ? "" : Encoding.UTF8.GetString(settled.Body),
                    At = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
                },
                CancellationToken.None);
        }

        await answer.WriteAsync(context);
    }

    private static Task ReplayAsync(HttpContext context, Operation operation, IdempotentAnswer kept, string hash)
    {
        if (kept.RequestHash != hash)
        {
            throw new ProblemException(
                StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", $"Expected the request that {IdempotencyKey.Header} '{kept.Key}' was first used for, found another.");
        }

        if (operation.AnswerIsSecret)
        {
            throw new ProblemException(
                StatusCodes.Status409Conflict, "answer-not-repeatable", $"The request with the {IdempotencyKey.Header} '{kept.Key}' was carried out. Its answer has a secret, which is shown once.");
        }

        foreach (var header in kept.Headers)
        {
            context.Response.Headers[header.Name] = header.Value;
        }

        context.Response.Headers[ReplayedHeader] = "true";
        return JsonAnswer.WriteAsync(context, kept.Status, Encoding.UTF8.GetBytes(kept.Body));
    }

    private static string Hash(HttpRequest request, byte[] body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.QueryString}\n"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
