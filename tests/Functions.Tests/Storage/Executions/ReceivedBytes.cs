using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Tests.Storage.Executions;

/// <summary>Counts what comes back from storage.</summary>
internal sealed class ReceivedBytes : HttpPipelinePolicy
{
    private long bytes;

    /// <summary>How many bytes came since the last time this was asked for.</summary>
    public long Take() => Interlocked.Exchange(ref bytes, 0);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Expected requests that are waited for, found one that blocks.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.Response.ContentStream is { } content)
        {
            var whole = new MemoryStream();
            await content.CopyToAsync(whole);
            whole.Position = 0;
            message.Response.ContentStream = whole;
            Interlocked.Add(ref bytes, whole.Length);
        }
    }
}
