using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest.Answers;
using TaskOrchestration.Orchestrations.Courses;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Api.Live;

/// <summary>An execution as it goes on: its history up to now, then what happens, until somebody ends it.</summary>
internal sealed class LiveAnswer(Course course, long after, bool follow, LiveOptions options, TimeProvider time, CancellationToken stopping) : IAnswer
{
    private const int EventsAtOnce = 500;

    /// <inheritdoc/>
    public async Task WriteAsync(HttpContext context)
    {
        using var tooLong = new CancellationTokenSource(options.Longest, time);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, tooLong.Token);
        using var reader = course.Read(after);
        try
        {
            await TellAsync(reader, await EventStream.BeginAsync(context, over.Token), over.Token);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // The listener has gone, or will come back with the id of the last event.
        }
        catch (ExecutionPurgedException)
        {
            // The listener comes back and is told that there is no such execution.
        }
    }

    private async Task TellAsync(CourseReader reader, EventStream stream, CancellationToken cancellationToken)
    {
        CourseStanding? told = null;
        while (true)
        {
            var read = await reader.ReadAsync(EventsAtOnce, cancellationToken);
            if (read.RewoundTo is { } stayed)
            {
                await stream.SendAsync("rewound", stayed, LiveJson.Rewound(stayed), cancellationToken);
            }
            else if (read.Events.Count > 0)
            {
                await stream.SendAsync("history", read.Events[^1].Id, LiveJson.History(read), cancellationToken);
            }
            else if (read.Standing is not { } standing)
            {
                throw new ExecutionPurgedException(course.ExecutionArn);
            }
            else
            {
                if (!LiveJson.IsSameStatus(standing, told))
                {
                    await stream.SendAsync("status", id: null, LiveJson.Status(standing, time.GetUtcNow()), cancellationToken);
                    told = standing;
                }

                if (!follow && standing.Status != ExecutionStatus.Running)
                {
                    return;
                }

                await WaitAsync(reader, stream, standing, cancellationToken);
            }
        }
    }

    private async Task WaitAsync(CourseReader reader, EventStream stream, CourseStanding standing, CancellationToken cancellationToken)
    {
        var more = reader.MoreAsync(cancellationToken);
        var silence = more.WaitAsync(options.KeepAlive, time, cancellationToken);
        while (true)
        {
            try
            {
                await silence;
                return;
            }
            catch (TimeoutException)
            {
                // Waits on before it tells the time: a clock that is moved in between ends the next silence as well, and is told again.
                silence = more.WaitAsync(options.KeepAlive, time, cancellationToken);
                await stream.SendAsync("status", id: null, LiveJson.Status(standing, time.GetUtcNow()), cancellationToken);
            }
        }
    }
}
