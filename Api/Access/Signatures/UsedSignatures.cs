using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Ports;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Keeps a signed request that changes something from being sent a second time by whoever has seen it.</summary>
/// <remarks>
/// On the REST API a signature is good for one change. With an idempotency key that is signed too, a repeat only hears the first answer again, so there it is let through. The Step Functions API is as
/// on AWS: two calls that are alike and within one second have the same signature, and both count. Used signatures are kept beside the answers to idempotency keys, durably and for every instance; those
/// are kept for as long as a presigned address can be good.
/// </remarks>
internal sealed class UsedSignatures(IIdempotencyStore? store, TimeProvider time)
{
    private const string Scope = "used signatures";
    private const string IdempotencyKey = "idempotency-key";

    /// <summary>Why a request whose signature is right is turned away nevertheless, if it is.</summary>
    public async ValueTask<Denial?> ComplaintAsync(HttpContext context, RequestSignature signature)
    {
        if (store is null || !MayMatter(context) || (context.Request.Headers.ContainsKey(IdempotencyKey) && signature.SignedHeaders.Contains(IdempotencyKey)))
        {
            return null;
        }

        var mine = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var first = await store.KeepAsync(
            new IdempotentAnswer { Scope = Scope, Key = signature.Signature, RequestHash = mine, Status = StatusCodes.Status204NoContent, At = time.GetUtcNow() }, context.RequestAborted);
        return first.RequestHash == mine
            ? null
            : Denial.WrongSignature("Expected a signature that was not used before: it is good for one change. Sign the request again, or send an Idempotency-Key and sign that as well.");
    }

    private static bool MayMatter(HttpContext context) => context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<WireProtocol>() is null
        && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method);
}
