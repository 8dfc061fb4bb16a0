using System.Security.Cryptography;
using System.Text;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Orchestrations.Access;

/// <summary>Makes secrets, and keeps them so that the file they lie in gives nothing away.</summary>
/// <remarks>
/// A hash without salt or stretching is enough for a secret of 238 random bits: there is nothing to guess. The encryption (AES-256-GCM) is
/// bound to the key's id, so that a sealed secret cannot be moved to another key.
/// </remarks>
public sealed class SecretBox(byte[] masterKey) : IDisposable
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    // A cipher is for one thread at a time.
    private readonly Lock gate = new();
    private readonly AesGcm cipher = new(masterKey, TagLength);

    /// <summary>A new key's id.</summary>
    public static string NewId() => KeyForm.Prefix + RandomNumberGenerator.GetString(KeyForm.IdAlphabet, KeyForm.IdLength - KeyForm.Prefix.Length);

    /// <summary>A new secret.</summary>
    public static string NewSecret() => RandomNumberGenerator.GetString(KeyForm.SecretAlphabet, KeyForm.SecretLength);

    /// <summary>The secret as it is to be kept.</summary>
    public StoredSecret Store(string id, string secret) => new(Convert.ToBase64String(Hash(id, secret)), Convert.ToBase64String(Seal(id, secret)));

    /// <summary>Whether a secret that is shown is the one that is kept. Takes as long for a wrong one as for the right one.</summary>
    public static bool Matches(string id, string shown, StoredSecret kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return CryptographicOperations.FixedTimeEquals(Hash(id, shown), Convert.FromBase64String(kept.Hash));
    }

    /// <summary>The secret in clear.</summary>
    /// <exception cref="InvalidDataException">It was encrypted under another master key, for another id, or has been changed.</exception>
    public string Open(string id, StoredSecret kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var bytes = Convert.FromBase64String(kept.Sealed).AsSpan();
        var clear = new byte[bytes.Length - NonceLength - TagLength];
        try
        {
            lock (gate)
            {
                cipher.Decrypt(bytes[..NonceLength], bytes[(NonceLength + TagLength)..], bytes[NonceLength..(NonceLength + TagLength)], clear, Bound(id));
            }
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new InvalidDataException($"The secret of the API key {id} cannot be decrypted: it was encrypted under another {MasterKey.FileName}, or was changed.", e);
        }

        return Encoding.ASCII.GetString(clear);
    }

    /// <summary>Closes texts for one purpose under the same master key.</summary>
    /// <param name="purpose">A name that nothing else has.</param>
    public Envelope EnvelopeFor(string purpose) => new(masterKey, purpose);

    /// <inheritdoc/>
    public void Dispose() => cipher.Dispose();

    private static byte[] Hash(string id, string secret) => SHA256.HashData(Encoding.UTF8.GetBytes($"{id}.{secret}"));

    private byte[] Seal(string id, string secret)
    {
        var bytes = new byte[NonceLength + TagLength + secret.Length];
        var nonce = bytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        lock (gate)
        {
            cipher.Encrypt(nonce, Encoding.ASCII.GetBytes(secret), bytes.AsSpan(NonceLength + TagLength), bytes.AsSpan(NonceLength, TagLength), Bound(id));
        }

        return bytes;
    }

    private static byte[] Bound(string id) => Encoding.UTF8.GetBytes($"api-key:{id}");
}
