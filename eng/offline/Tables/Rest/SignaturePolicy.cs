using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Rest;

/// <summary>Adds a shared access signature to requests.</summary>
internal sealed class SignaturePolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        base.OnSendingRequest(message);
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query;
        if (!query.Contains(signature, StringComparison.Ordinal))
        {
            message.Request.Uri.Query = query.Length > 1 ? $"{query}&{signature}" : $"?{signature}";
        }
    }
}
