using System.Net;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tests.StatusEvents;

/// <summary>Takes what is posted, and answers as it is told to.</summary>
internal sealed class Receiver : HttpMessageHandler
{
    private readonly Lock gate = new();
    private readonly List<Posted> received = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What it answers an event with; null for no answer at all.</summary>
    public Func<Posted, HttpStatusCode?> Answer { get; set; } = _ => HttpStatusCode.OK;

    /// <summary>Completes when it may answer at all.</summary>
    public Task Ready { get; set; } = Task.CompletedTask;

    /// <summary>Every request, those in vain too.</summary>
    public IReadOnlyList<Posted> Received
    {
        get
        {
            lock (gate)
            {
                return [.. received];
            }
        }
    }

    /// <summary>Waits until so many requests have come.</summary>
    public async Task<IReadOnlyList<Posted>> ReceivesAsync(int count)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (received.Count >= count)
                {
                    return [.. received];
                }

                next = changed.Task;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsStringAsync(cancellationToken);
        var posted = new Posted(Header(request, "Idempotency-Key")!, Header(request, "X-Event-Timestamp"), Header(request, "X-Event-Signature"), (JsonObject)Json.Parse(body));
        lock (gate)
        {
            received.Add(posted);
            var before = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            before.SetResult();
        }

        await Ready.WaitAsync(cancellationToken);
        return new HttpResponseMessage(Answer(posted) ?? throw new HttpRequestException("nobody is there"));
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
