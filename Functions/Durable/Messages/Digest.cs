using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Functions.Durable.Messages;

/// <summary>What tells one text from another.</summary>
internal static class Digest
{
    private const int Bytes = 10;

    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, Bytes));
}
