using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace TaskOrchestration.Functions.Tests.Storage;

/// <summary>Lets storage carry out every request and then loses its answer, the first time: the client sends it again.</summary>
internal sealed class LostAnswers : HttpPipelinePolicy
{
    private const string Sent = "Sent";

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (message.TryGetProperty(Sent, out _) || message.Response.Status == 404)
        {
            return;
        }

        message.SetProperty(Sent, true);
        throw new RequestFailedException("The connection was reset.", new IOException("Connection reset by peer"));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException("Nothing here waits for storage.");
}
