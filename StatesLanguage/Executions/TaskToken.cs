using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The text by which a callback names one attempt of a task.</summary>
/// <remarks>
/// It says which execution and which task, so that no index is needed to find them, and proves it with a MAC under the
/// execution's seed, so that nobody can make one up. It follows from the facts, so it is the same again after a crash.
/// </remarks>
public sealed record TaskToken(string ExecutionArn, long Task)
{
    private const int MacLength = 16;

    /// <summary>The token of a task.</summary>
    public static string Create(ExecutionStart start, long task)
    {
        ArgumentNullException.ThrowIfNull(start);
        var arn = Encoding.UTF8.GetBytes(start.ExecutionArn);
        var bytes = new byte[8 + MacLength + arn.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, task);
        Mac(start, task, bytes.AsSpan(8, MacLength));
        arn.CopyTo(bytes, 8 + MacLength);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads which execution and task a token speaks of. It proves nothing yet.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out TaskToken? token)
    {
        token = null;
        if (string.IsNullOrEmpty(text) || !Base64Url.IsValid(text, out var length) || length <= 8 + MacLength)
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        token = new TaskToken(Encoding.UTF8.GetString(bytes.AsSpan(8 + MacLength)), BinaryPrimitives.ReadInt64BigEndian(bytes));
        return true;
    }

    /// <summary>Whether <paramref name="text"/> is the token that the execution itself gave out.</summary>
    public static bool IsGenuine(string text, ExecutionStart start) =>
        TryParse(text, out var token)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(Create(start, token.Task)));

    private static void Mac(ExecutionStart start, long task, Span<byte> target)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, task);
        Span<byte> full = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Convert.FromHexString(start.Seed), number, full);
        full[..MacLength].CopyTo(target);
    }
}
