using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Closes texts that clients carry about, so that only a server with the same master key can read them, or could have written them.</summary>
/// <remarks>What was closed for one purpose opens for no other: each has a key of its own, derived from the master key.</remarks>
public sealed class Envelope : IDisposable
{
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // A cipher is for one thread at a time.
    private readonly Lock gate = new();
    private readonly AesGcm cipher;

    internal Envelope(byte[] masterKey, string purpose) =>
        cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, masterKey, KeyLength, info: Encoding.UTF8.GetBytes(purpose)), TagLength);

    /// <summary>The text closed, in characters that a cookie or an address may have.</summary>
    public string Close(string text)
    {
        var clear = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[NonceLength + TagLength + clear.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceLength));
        lock (gate)
        {
            cipher.Encrypt(bytes.AsSpan(0, NonceLength), clear, bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength));
        }

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The text that was closed; none if it was not closed here, or has been changed.</summary>
    public string? Open(string closed)
    {
        // Compared as text as well, because Base64 lets some last characters differ without meaning anything else.
        if (!Base64Url.IsValid(closed) || Base64Url.DecodeFromChars(closed) is not { Length: >= NonceLength + TagLength } bytes || Base64Url.EncodeToString(bytes) != closed)
        {
            return null;
        }

        var clear = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            lock (gate)
            {
                cipher.Decrypt(bytes.AsSpan(0, NonceLength), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), clear);
            }
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(clear);
    }

    /// <inheritdoc/>
    public void Dispose() => cipher.Dispose();
}
