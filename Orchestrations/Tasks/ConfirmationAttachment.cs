using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Orders;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Domain.Tasks;
using TaskOrchestration.Orchestrations.Blobs;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Tasks;

/// <summary>The confirmation of an order.</summary>
internal sealed class ConfirmationAttachment(IBlobStore blobs, IOrderStore orders) : IResultAttachment
{
    /// <summary>The name of the attachment.</summary>
    public const string Name = "confirmation.html";

    /// <inheritdoc/>
    public async ValueTask AttachAsync(TrackedTask task, ExecutionDescription execution, CancellationToken cancellationToken)
    {
        if (task.Kind != TaskKind.Order
            || (execution.Output as JsonObject)?["orderId"] is not JsonString orderId
            || await orders.FindAsync(orderId.Value, cancellationToken) is not { Status: OrderStatus.Confirmed } order)
        {
            return;
        }

        var path = TaskFiles.AttachmentPath(task.TaskId, Name);
        var document = Encoding.UTF8.GetBytes(ConfirmationDocument.Write(order));
        var hash = Convert.ToHexStringLower(SHA256.HashData(document));
        if ((await blobs.VersionsAsync(path, cancellationToken)).Any(version => version.Sha256 == hash))
        {
            return;
        }

        using var content = new MemoryStream(document, writable: false);
        await blobs.WriteAsync(path, content, new BlobDraft("text/html; charset=utf-8", TaskReconciliation.Workflow), cancellationToken);
    }
}
