using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;

namespace TaskOrchestration.Api.Tasks.Metrics;

/// <summary>Answers how things stand altogether.</summary>
internal sealed class MetricsRoutes(ITaskStore tasks, TimeProvider time)
{
    public async ValueTask<IAnswer> SummarizeAsync(HttpContext context)
    {
        var caller = context.Caller();
        var owner = caller.SeesAll ? null : caller.Name;
        var now = time.GetUtcNow();
        var counts = await tasks.CountAsync(owner, context.RequestAborted);
        var today = await tasks.CountSinceAsync(owner, new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), context.RequestAborted);
        var waiting = counts.Where(count => count.Status == TrackedStatus.Waiting).ToList();
        return await JsonAnswer.Ok(new MetricsSummary
        {
            Counts = [.. counts.Select(count => new CountView { Kind = count.Kind, Status = count.Status, Count = count.Count })],
            Total = counts.Sum(count => count.Count),
            OldestWaitingSince = waiting.Count > 0 ? waiting.Min(count => count.Oldest) : null,
            SubmittedToday = today.Sum(count => count.Count),
            FailedToday = today.Where(count => count.Status == TrackedStatus.Failed).Sum(count => count.Count),
            At = now,
        });
    }
}
