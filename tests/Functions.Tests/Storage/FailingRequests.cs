using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>Lets requests to storage through until one of them, and none from there on: as if the process had been killed at that moment.</summary>
internal sealed class FailingRequests : HttpPipelinePolicy
{
    private int left = int.MaxValue;
    private bool isSent;

    /// <summary>Whether anything has been stopped.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Kills the process at a request.</summary>
    /// <param name="request">Which, the first being 0.</param>
    /// <param name="sent">Whether storage still carries it out.</param>
    public void At(int request, bool sent) => (left, isSent, HasFailed) = (request, sent, false);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        switch (Interlocked.Decrement(ref left))
        {
            case >= 0:
                await ProcessNextAsync(message, pipeline);
                return;
            case -1 when isSent:
                await ProcessNextAsync(message, pipeline);
                break;
        }

        HasFailed = true;
        throw new KilledException();
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits for storage.");
}
