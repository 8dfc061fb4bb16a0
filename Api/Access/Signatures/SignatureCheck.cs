using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Checks signatures that clients have made with an API key's secret.</summary>
internal sealed class SignatureCheck(KeyRing keys, TimeProvider time)
{
    /// <summary>How far a client's clock may be off.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly string[] Services = ["states", "execute-api"];

    private readonly SigningKeys signing = new();

    /// <summary>Who has signed the request. Afterwards its body may still be read, and its query has no trace of the signature.</summary>
    public async ValueTask<Identity> CheckAsync(HttpContext context, RequestSignature signature)
    {
        if (Complaint(context.Request, signature) is { } complaint)
        {
            return new Identity.Refused(signature.KeyId, complaint);
        }

        if (!await keys.KnowsAsync(signature.KeyId, context.RequestAborted))
        {
            return new Identity.Refused(signature.KeyId, Denial.UnknownCredentials("The security token included in the request is invalid: there is no such API key, or it is expired or revoked."));
        }

        var payload = await SignedPayload.ReadAsync(context);
        if (payload.Denial is { } denial)
        {
            return new Identity.Refused(signature.KeyId, denial);
        }

        return await OpenAsync(context, signature, payload.Hash) is { } caller
            ? Accepted(context.Request, signature, caller)
            : new Identity.Refused(signature.KeyId, Denial.WrongSignature(
                "The request signature we calculated does not match the signature you provided. Check your secret access key and signing method."));
    }

    private Denial? Complaint(HttpRequest request, RequestSignature signature)
    {
        if (!Services.Contains(signature.Service))
        {
            return Denial.WrongSignature($"Credential should be scoped to correct service: expected {string.Join(" or ", Services)}, found '{signature.Service}'.");
        }

        if (!signature.TimeText.StartsWith(signature.Date, StringComparison.Ordinal))
        {
            return Denial.WrongSignature($"Date in Credential scope does not match: expected {signature.TimeText[..8]}, found '{signature.Date}'.");
        }

        return TimeComplaint(signature) ?? HeadersComplaint(request, signature);
    }

    private Denial? TimeComplaint(RequestSignature signature)
    {
        var now = time.GetUtcNow();
        if (signature.Time > now + Skew)
        {
            return Denial.WrongSignature($"Signature not yet current: {signature.TimeText} is still later than {now:yyyyMMdd'T'HHmmss'Z'} (+ 5 min.)");
        }

        return signature.Time + (signature.Lifetime ?? Skew) < now
            ? Denial.WrongSignature($"Signature expired: {signature.TimeText} is now earlier than {now:yyyyMMdd'T'HHmmss'Z'} (- {(signature.Lifetime is null ? "5 min." : "X-Amz-Expires")})")
            : null;
    }

    /// <summary>What gives the request its meaning has to be signed: where it goes and every header of AWS's.</summary>
    private static Denial? HeadersComplaint(HttpRequest request, RequestSignature signature)
    {
        var missing = new List<string>();
        foreach (var (name, _) in request.Headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !signature.SignedHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                missing.Add(name.ToLowerInvariant());
            }
        }

        if (!signature.SignedHeaders.Contains("host"))
        {
            missing.Add("host");
        }

        if (missing.Count > 0)
        {
            return Denial.WrongSignature($"Expected these headers to be signed: {string.Join(", ", missing)}.");
        }

        return signature.SignedHeaders.Any(name => name.Any(char.IsUpper))
            ? Denial.MalformedCredentials("Expected the names in SignedHeaders in lower case.")
            : null;
    }

    private ValueTask<Caller?> OpenAsync(HttpContext context, RequestSignature signature, string payload)
    {
        var canonical = CanonicalRequest.Of(context.Request, signature.SignedHeaders, payload);
        var shown = Encoding.ASCII.GetBytes(signature.Signature);
        return keys.OpenAsync(
            signature.KeyId,
            secret => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signing.Sign(secret, signature, canonical)), shown),
            context.RequestAborted);
    }

    private static Identity.Known Accepted(HttpRequest request, RequestSignature signature, Caller caller)
    {
        if (signature.Lifetime is not null)
        {
            // No endpoint knows these parameters, and some refuse what they do not know.
            request.QueryString = QueryString.Create(request.Query.Where(parameter => !parameter.Key.StartsWith("X-Amz-", StringComparison.OrdinalIgnoreCase)));
        }

        return new Identity.Known(caller);
    }
}
