using System.Security.Cryptography;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What tells one content from another.</summary>
internal static class Digest
{
    private const int Bytes = 10;

    public static string Of(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, Bytes));
}
