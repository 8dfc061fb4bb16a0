using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Credentials;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Orchestrations.Access;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Checks signatures that clients have made with an API key's secret.</summary>
internal sealed class SignatureCheck(KeyRing keys, UsedSignatures used, TimeProvider time)
{
    /// <summary>How far a client's clock may be off.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private const string SessionToken = "X-Amz-Security-Token";

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

        if (await OpenAsync(context, signature, payload.Hash) is not { } caller)
        {
            return new Identity.Refused(signature.KeyId, Denial.WrongSignature(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details."));
        }

        return await used.ComplaintAsync(context, signature) is { } repeated
            ? new Identity.Refused(signature.KeyId, repeated)
            : Accepted(context.Request, signature, caller);
    }

    private Denial? Complaint(HttpRequest request, RequestSignature signature)
    {
        if (Ambiguities.Complaint(request) is { } ambiguity)
        {
            return ambiguity;
        }

        // No key of this server is one for a session, so no token can go with it.
        if (request.Headers.ContainsKey(SessionToken) || request.Query.ContainsKey(SessionToken))
        {
            return Denial.UnknownCredentials("The security token included in the request is invalid: API keys have no session token. Leave AWS_SESSION_TOKEN unset.");
        }

        if (!Services.Contains(signature.Service))
        {
            return Denial.WrongSignature($"Credential should be scoped to correct service: expected {string.Join(" or ", Services)}, found '{signature.Service}'.");
        }

        if (!signature.TimeText.StartsWith(signature.Date, StringComparison.Ordinal))
        {
            return Denial.WrongSignature($"Date in Credential scope does not match: expected {signature.TimeText[..8]}, found '{signature.Date}'.");
        }

        return TimeComplaint(signature) ?? SignedHeaderRules.Complaint(request.Headers, signature.SignedHeaders);
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
