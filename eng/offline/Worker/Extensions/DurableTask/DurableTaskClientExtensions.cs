using Microsoft.Azure.Functions.Worker.Http;
using Microsoft.DurableTask.Client;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a client says of an orchestration over HTTP. Without the worker's own client, the addresses follow from the request alone.</summary>
public static class DurableTaskClientExtensions
{
    public static HttpManagementPayload CreateHttpManagementPayload(this DurableTaskClient client, string instanceId, HttpRequestData? request = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        if (request is null)
        {
            throw new InvalidOperationException("Failed to create HTTP management payload. Base URL is null.");
        }

        var instance = $"{request.Url.GetLeftPart(UriPartial.Authority)}/runtime/webhooks/durabletask/instances/{Uri.EscapeDataString(instanceId)}";
        return new HttpManagementPayload
        {
            Id = instanceId,
            StatusQueryGetUri = instance,
            SendEventPostUri = $"{instance}/raiseEvent/{{eventName}}",
            TerminatePostUri = $"{instance}/terminate?reason={{text}}",
            RewindPostUri = $"{instance}/rewind?reason={{text}}",
            PurgeHistoryDeleteUri = instance,
            RestartPostUri = $"{instance}/restart",
            SuspendPostUri = $"{instance}/suspend?reason={{text}}",
            ResumePostUri = $"{instance}/resume?reason={{text}}",
        };
    }
}
