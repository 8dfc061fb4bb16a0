using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>What a signature says about the body.</summary>
/// <param name="Hash">The hash, or the word that stands for it.</param>
/// <param name="Denial">Why the body cannot be checked, if it cannot.</param>
/// <remarks>
/// A client that announces the body's hash (<c>X-Amz-Content-Sha256</c>) is taken at its word until the body has been read to its end; one that
/// does not has its body read here, as has everybody for whom small bodies are enough. <c>UNSIGNED-PAYLOAD</c> leaves the body to whoever is on the way: it is taken only over
/// TLS or from this machine, and never for the Step Functions API, whose whole request is its body.
/// </remarks>
internal sealed record SignedPayload(string Hash, Denial? Denial = null)
{
    private const string Announcement = "X-Amz-Content-Sha256";
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const long SmallBody = 1024 * 1024;

    public static async ValueTask<SignedPayload> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        var announced = request.Headers[Announcement].ToString() is { Length: > 0 } header ? header : request.Query[Announcement].ToString();
        if (announced.Length == 0)
        {
            return await HashedAsync(context);
        }

        if (announced == Unsigned)
        {
            return MayBeUnsigned(context)
                ? new SignedPayload(Unsigned)
                : new SignedPayload("", Denial.WrongSignature($"Expected a signed body: {Unsigned} is taken over TLS and from this machine only, and never for the Step Functions API."));
        }

        if (announced.Length != 64 || !announced.All(char.IsAsciiHexDigitLower))
        {
            return new SignedPayload("", Denial.WrongSignature($"Expected {Announcement} to be 64 hexadecimal digits in lower case or {Unsigned}, found '{(announced.Length > 64 ? announced[..64] : announced)}'."));
        }

        if (MayBeLarge(context))
        {
            request.Body = new HashCheckedStream(request.Body, announced);
            return new SignedPayload(announced);
        }

        var read = await HashedAsync(context);
        return read.Denial is not null || read.Hash == announced
            ? read
            : new SignedPayload("", Denial.WrongSignature($"The provided '{Announcement}' header does not match what was computed."));
    }

    /// <summary>Whether the endpoint takes bodies that are not to be kept here, and reads them to their end.</summary>
    private static bool MayBeLarge(HttpContext context) => context.GetEndpoint()?.Metadata is { } metadata && metadata.GetMetadata<WireProtocol>() is null
        && metadata.GetMetadata<IRequestSizeLimitMetadata>() is { MaxRequestBodySize: null or > SmallBody };

    private static async ValueTask<SignedPayload> HashedAsync(HttpContext context)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is null ? SmallBody : RequestBody.Limit;
        limit = Math.Min(limit, context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? limit);
        if (context.Request.ContentLength > limit)
        {
            return new SignedPayload("", Denial.TooLarge(limit));
        }

        var kept = new MemoryStream((int)(context.Request.ContentLength ?? 0));
        var buffer = new byte[Math.Min(16 * 1024, (context.Request.ContentLength ?? 16 * 1024) + 1)];
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (kept.Length + read > limit)
            {
                return new SignedPayload("", Denial.TooLarge(limit));
            }

            kept.Write(buffer, 0, read);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(kept.GetBuffer().AsSpan(0, (int)kept.Length)));
        kept.Position = 0;
        context.Request.Body = kept;
        return new SignedPayload(hash);
    }

    private static bool MayBeUnsigned(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<WireProtocol>() is null
        && (context.Request.IsHttps || context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address));
}
