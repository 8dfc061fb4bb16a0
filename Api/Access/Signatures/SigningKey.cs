using System.Security.Cryptography;
using System.Text;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Signs texts the way AWS Signature Version 4 does.</summary>
internal static class SigningKey
{
    /// <summary>The signature of a canonical request, as 64 hexadecimal digits.</summary>
    public static string Sign(string secret, RequestSignature signature, string canonicalRequest)
    {
        var toSign = $"{RequestSignature.Algorithm}\n{signature.TimeText}\n{signature.Scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        return Convert.ToHexStringLower(Keyed(Derive(secret, signature), toSign));
    }

    private static byte[] Derive(string secret, RequestSignature signature)
    {
        var day = Keyed(Encoding.UTF8.GetBytes($"AWS4{secret}"), signature.Date);
        return Keyed(Keyed(Keyed(day, signature.Region), signature.Service), "aws4_request");
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
