using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TaskOrchestration.Api.Access.Hosts;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Auditing;

/// <summary>One request on its way to the audit journal.</summary>
/// <remarks>It is written just before the first byte of the answer is sent, when the outcome is known and the client is not told yet.</remarks>
internal sealed class AuditTrail(HttpContext context, AuditedCalls calls)
{
    private int isRecorded;

    /// <summary>What the credentials claimed that were refused.</summary>
    public string Claimed { get; set; } = "";

    /// <summary>Whether the request was turned away before an endpoint saw it.</summary>
    public bool IsDenied { get; set; }

    /// <summary>Whether it is not written down, because the journal cannot be written and the request was turned away for just that.</summary>
    public bool IsForgone { get; set; }

    private string WireAction { get; } = context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is null ? "" : WireActions.Named(context.Request);

    private bool IsWire { get; } = context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is not null;

    /// <summary>Whether the request may change something.</summary>
    public bool IsMutating => IsWire
        ? !WireActions.IsReading(WireAction)
        : !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || HttpMethods.IsOptions(context.Request.Method));

    /// <summary>Begins to follow a request.</summary>
    public static AuditTrail Begin(HttpContext context, AuditedCalls calls)
    {
        var trail = new AuditTrail(context, calls);
        context.Features.Set(new AuditNote());
        context.Response.OnStarting(static state => ((AuditTrail)state).FinishAnswerAsync(), trail);
        return trail;
    }

    /// <summary>Writes it down although no answer was sent, because the client has gone.</summary>
    public Task RecordAbortedAsync() => RecordAsync("aborted");

    private Task FinishAnswerAsync()
    {
        SecurityHeaders.AddTo(context);
        return RecordAsync(outcome: null);
    }

    private async Task RecordAsync(string? outcome)
    {
        if (IsWorthNoting() && Interlocked.Exchange(ref isRecorded, 1) == 0)
        {
            var entry = Entry(outcome);
            await (IsDenied || IsRefused() ? calls.RecordRefusalAsync(entry, KnownAction(entry)) : calls.RecordAsync(entry));
        }
    }

    // What clients make up would be too many to count apart.
    private string KnownAction(AuditEntry entry) => IsWire
        ? WireActions.All.ContainsKey(WireAction) ? entry.Action : ""
        : context.GetEndpoint() is RouteEndpoint ? entry.Action : "";

    private bool IsWorthNoting() => !IsForgone && ((IsMutating && Note is not { IsIdle: true }) || IsDenied || IsRefused() || Note is { IsWorthNoting: true });

    private AuditNote? Note => context.Features.Get<AuditNote>();

    private bool IsRefused() => Note is { Outcome: not null } || context.Response.StatusCode switch
    {
        StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status429TooManyRequests => true,
        // For all this server says, the thing does not exist; it may be somebody else's.
        StatusCodes.Status404NotFound => context.Features.Get<Caller>() is { SeesAll: false } && context.GetEndpoint() is RouteEndpoint,
        StatusCodes.Status400BadRequest => IsWire && context.Features.Get<Caller>() is { SeesAll: false } && context.Features.Get<AnsweredProblem>()?.Code == "ExecutionDoesNotExist",
        _ => false,
    };

    private AuditEntry Entry(string? outcome)
    {
        var (request, response) = (context.Request, context.Response);
        var caller = context.Features.Get<Caller>();
        return new AuditEntry
        {
            Time = calls.Now,
            Who = caller?.Name ?? "",
            Credential = caller?.Credential ?? Note?.Claimed ?? Claimed,
            Action = IsWire ? $"states:{WireAction}" : $"{request.Method} {(context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? request.Path.Value}",
            Resource = Note?.Resource ?? ResourceOf(request, response),
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
            Agent = request.Headers.UserAgent.ToString(),
            RequestId = context.TraceIdentifier,
            Status = response.StatusCode,
            Outcome = outcome ?? Note?.Outcome ?? (response.StatusCode < 400 ? "ok" : context.Features.Get<AnsweredProblem>()?.Code ?? $"status-{response.StatusCode}"),
        };
    }

    private static string ResourceOf(HttpRequest request, HttpResponse response) =>
        response.StatusCode == StatusCodes.Status201Created && response.Headers.Location.ToString() is { Length: > 0 } made ? made : request.Path.Value ?? "";
}
