using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Signs texts the way AWS Signature Version 4 does, and remembers the keys it has derived: each is good for a whole day.</summary>
internal sealed class SigningKeys
{
    /// <summary>How many derived keys are remembered.</summary>
    private const int Most = 1_024;

    private readonly ConcurrentDictionary<(string Secret, string Scope), byte[]> derived = [];

    /// <summary>The signature of a canonical request, as 64 hexadecimal digits.</summary>
    public string Sign(string secret, RequestSignature signature, string canonicalRequest)
    {
        var scope = signature.Scope;
        var toSign = $"{RequestSignature.Algorithm}\n{signature.TimeText}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        return Convert.ToHexStringLower(Keyed(KeyFor(secret, signature, scope), toSign));
    }

    private byte[] KeyFor(string secret, RequestSignature signature, string scope)
    {
        if (derived.TryGetValue((secret, scope), out var known))
        {
            return known;
        }

        // The region is whatever a client says, so there may be any number of scopes.
        if (derived.Count >= Most)
        {
            derived.Clear();
        }

        return derived[(secret, scope)] = Derive(secret, signature);
    }

    private static byte[] Derive(string secret, RequestSignature signature)
    {
        var day = Keyed(Encoding.UTF8.GetBytes($"AWS4{secret}"), signature.Date);
        return Keyed(Keyed(Keyed(day, signature.Region), signature.Service), "aws4_request");
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
