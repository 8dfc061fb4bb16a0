using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Resources;

/// <summary>The id under which a service would have logged a task. The same for every repetition of one attempt.</summary>
internal static class RequestId
{
    public static string Of(TaskCall call)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{call.Execution.ExecutionArn}\n{call.Request.IdempotencyToken}\n{call.Request.Task}"), hash);
        return new Guid(
            BinaryPrimitives.ReadInt32BigEndian(hash),
            BinaryPrimitives.ReadInt16BigEndian(hash[4..]),
            (short)((BinaryPrimitives.ReadInt16BigEndian(hash[6..]) & 0x0fff) | 0x4000),
            (byte)((hash[8] & 0x3f) | 0x80),
            hash[9],
            hash[10],
            hash[11],
            hash[12],
            hash[13],
            hash[14],
            hash[15]).ToString();
    }
}
