using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>Says of every request, and of every repetition, when it is sent.</summary>
internal sealed class DatePolicy : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("R"));
}
