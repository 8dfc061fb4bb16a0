using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Rest;

namespace TaskOrchestration.Api.Live;

/// <summary>How many streams there are.</summary>
internal sealed class LiveStreams(LiveOptions options)
{
    private int count;

    /// <summary>One more begins.</summary>
    /// <returns>What is disposed of when it ends.</returns>
    /// <exception cref="ProblemException">There are as many as there may be.</exception>
    public IDisposable Begin()
    {
        if (Interlocked.Increment(ref count) > options.Most)
        {
            Interlocked.Decrement(ref count);
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "unavailable", $"Expected at most {options.Most} streams at a time; try again later.");
        }

        return new Place(this);
    }

    private sealed class Place(LiveStreams streams) : IDisposable
    {
        private int isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, 1) == 0)
            {
                Interlocked.Decrement(ref streams.count);
            }
        }
    }
}
