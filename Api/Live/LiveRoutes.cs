using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using TaskOrchestration.Api.Executions;
using TaskOrchestration.Api.Rest.Answers;

namespace TaskOrchestration.Api.Live;

/// <summary>The operations that go on as long as somebody listens.</summary>
internal sealed class LiveRoutes(VisibleExecutions visible, LiveStreams streams, LiveOptions options, TimeProvider time, IHostApplicationLifetime? lifetime = null)
{
    public async ValueTask<IAnswer> WatchAsync(HttpContext context, LiveQuery query)
    {
        var course = await visible.CourseAsync(context, query);
        var place = streams.Begin();
        context.Response.RegisterForDispose(place);
        return new LiveAnswer(course, query.LastEventId ?? query.After ?? 0, query.Follow ?? true, options, time, lifetime?.ApplicationStopping ?? CancellationToken.None);
    }
}
