using System.Net;

namespace TaskOrchestration.Orchestrations.Tests.Alerts;

/// <summary>Takes what is posted, and answers as it is told to.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    /// <summary>What it answers with; null for no answer at all.</summary>
    public HttpStatusCode? Answer { get; set; } = HttpStatusCode.OK;

    /// <summary>Idempotency key, signature headers and body of every request.</summary>
    public List<(string Key, string? Timestamp, string? Signature, string Body)> Received { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Received.Add((Header(request, "Idempotency-Key")!, Header(request, "X-Alert-Timestamp"), Header(request, "X-Alert-Signature"), await request.Content!.ReadAsStringAsync(cancellationToken)));
        return new HttpResponseMessage(Answer ?? throw new HttpRequestException("nobody is there"));
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
