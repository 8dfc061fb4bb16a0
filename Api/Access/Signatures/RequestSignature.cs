using System.Globalization;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>An AWS Signature Version 4 as a request has it.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature Version 4 for API requests</seealso>
internal sealed record RequestSignature
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly string[] Parts = ["Credential", "SignedHeaders", "Signature"];

    private static readonly string[] OfQueries = ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature", "X-Amz-Security-Token"];

    /// <summary>The id of the key that signed.</summary>
    public required string KeyId { get; init; }

    /// <summary>The day of the signing key, as <c>20150830</c>.</summary>
    public required string Date { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    /// <summary>The names of the headers that are signed, in lower case and in the order in which they are.</summary>
    public required ValueList<string> SignedHeaders { get; init; }

    /// <summary>64 hexadecimal digits.</summary>
    public required string Signature { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>How long it is good, if it stands in the query; none for one in the header.</summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>What the key is derived for, and what the text to sign says.</summary>
    public string Scope => $"{Date}/{Region}/{Service}/aws4_request";

    /// <summary>The time as the text to sign has it.</summary>
    public string TimeText => Time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static bool IsPresigned(HttpRequest request) => request.QueryString.HasValue && OfQueries.Any(request.Query.ContainsKey);

    public static Credential OfHeader(HttpRequest request, string authorization)
    {
        var parts = new Dictionary<string, string>(3);
        foreach (var part in authorization[Algorithm.Length..].Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [var name, var value] || !Parts.Contains(name) || !parts.TryAdd(name, value))
            {
                return new Credential.Malformed($"Expected Authorization: {Algorithm} with {string.Join(", ", Parts)}, each once; found another part, or one of them twice.");
            }
        }

        var time = request.Headers["X-Amz-Date"].ToString() is { Length: > 0 } amazons ? amazons : request.Headers.Date.ToString();
        return Read(parts.GetValueOrDefault("Credential"), parts.GetValueOrDefault("SignedHeaders"), parts.GetValueOrDefault("Signature"), time, lifetime: null);
    }

    public static Credential OfQuery(HttpRequest request)
    {
        var query = request.Query;
        if (query["X-Amz-Algorithm"] != Algorithm)
        {
            return new Credential.Malformed($"Expected X-Amz-Algorithm={Algorithm}, found '{query["X-Amz-Algorithm"]}'.");
        }

        const int SevenDays = 604_800;
        return int.TryParse(query["X-Amz-Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= SevenDays
            ? Read(query["X-Amz-Credential"], query["X-Amz-SignedHeaders"], query["X-Amz-Signature"], query["X-Amz-Date"].ToString(), TimeSpan.FromSeconds(seconds))
            : new Credential.Malformed($"Expected X-Amz-Expires to be a number of seconds from 1 to {SevenDays}, found '{query["X-Amz-Expires"]}'.");
    }

    private static Credential Read(string? credential, string? signedHeaders, string? signature, string time, TimeSpan? lifetime)
    {
        if (credential?.Split('/') is not [var keyId, { Length: 8 } date, var region, var service, "aws4_request"])
        {
            return new Credential.Malformed("Expected a Credential of the form KEY/DATE/REGION/SERVICE/aws4_request.");
        }

        if (string.IsNullOrEmpty(signedHeaders))
        {
            return new Credential.Malformed("Expected SignedHeaders with the names of the signed headers, found none.");
        }

        if (signature is not { Length: 64 } || !signature.All(char.IsAsciiHexDigitLower))
        {
            return new Credential.Malformed("Expected a Signature of 64 hexadecimal digits in lower case.");
        }

        if (!TryReadTime(time, out var moment))
        {
            return new Credential.Malformed("Expected X-Amz-Date of the form 20150830T123600Z, or the header Date.");
        }

        return new Credential.Signed(new RequestSignature
        {
            KeyId = keyId,
            Date = date,
            Region = region,
            Service = service,
            SignedHeaders = [.. signedHeaders.Split(';')],
            Signature = signature,
            Time = moment,
            Lifetime = lifetime,
        });
    }

    private static bool TryReadTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time)
        || DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
