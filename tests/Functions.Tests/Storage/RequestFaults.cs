using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>Makes some of the requests to storage fail, as a network does: on the way there, or, when they have been carried out, on the way back.</summary>
/// <param name="fails">Which, by their numbers from 0 on; attempts count by themselves.</param>
/// <param name="isCarriedOut">Whether those that fail are carried out nevertheless.</param>
public sealed class RequestFaults(Func<int, bool> fails, bool isCarriedOut) : HttpPipelinePolicy
{
    private int sent;

    /// <summary>How many requests there were.</summary>
    public int Sent => sent;

    /// <inheritdoc/>
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var isLost = fails(Interlocked.Increment(ref sent) - 1);
        if (!isLost || isCarriedOut)
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (isLost)
        {
            throw new IOException("The connection broke.");
        }
    }

    /// <inheritdoc/>
    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Requests are sent asynchronously.");
}
