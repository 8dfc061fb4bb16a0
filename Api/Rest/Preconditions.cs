using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TaskOrchestration.Api.Rest;

/// <summary>Conditions under which a request is carried out (RFC 9110, section 13). Entity tags are strong and are compared as such.</summary>
internal static class Preconditions
{
    public const string IfMatch = "If-Match";
    public const string IfNoneMatch = "If-None-Match";

    /// <summary>The entity tag of a version.</summary>
    public static string TagOf(long version) => $"\"{version}\"";

    /// <summary>The entity tag of an answer that has no version of its own, a page of a list for instance: the same bytes, the same tag.</summary>
    public static string TagOf(ReadOnlySpan<byte> content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\"";

    /// <summary>Refuses a request that would change something without saying which version (428), or another version (412).</summary>
    public static void RequireMatch(string? ifMatch, string tag)
    {
        if (ifMatch is null)
        {
            throw new ProblemException(
                StatusCodes.Status428PreconditionRequired, "precondition-required", $"Expected {IfMatch} with the ETag of the version that is to be changed, or *; found none.");
        }

        CheckMatch(ifMatch, tag);
    }

    /// <summary>Refuses a request that is meant for another version (412), if it says which it is meant for.</summary>
    /// <param name="ifMatch">The header.</param>
    /// <param name="tag">The tag of what is there; null if there is nothing.</param>
    public static void CheckMatch(string? ifMatch, string? tag)
    {
        if (ifMatch is not null && !Names(IfMatch, ifMatch, tag, useStrongComparison: true))
        {
            throw new ProblemException(
                StatusCodes.Status412PreconditionFailed, "precondition-failed", $"Expected {IfMatch} to name what is there, {tag ?? "which is nothing"}; found {ifMatch}.");
        }
    }

    /// <summary>Refuses a request that is to be carried out only if what is there is not what it names (412).</summary>
    public static void CheckNoneMatch(string? ifNoneMatch, string? tag)
    {
        if (Known(ifNoneMatch, tag))
        {
            throw new ProblemException(
                StatusCodes.Status412PreconditionFailed, "precondition-failed", $"Expected nothing that {IfNoneMatch} {ifNoneMatch} names, found {tag}.");
        }
    }

    /// <summary>Whether the caller has what is there already.</summary>
    public static bool Known(string? ifNoneMatch, string? tag) => ifNoneMatch is not null && Names(IfNoneMatch, ifNoneMatch, tag, useStrongComparison: false);

    private static bool Names(string header, string value, string? tag, bool useStrongComparison)
    {
        if (!EntityTagHeaderValue.TryParseStrictList([value], out var tags) || tags.Count == 0)
        {
            var detail = $"Expected * or entity tags such as \"3\", found {value}.";
            throw new ProblemException(StatusCodes.Status400BadRequest, "invalid-parameter", $"{header}: {detail}", new FieldProblem(header, detail));
        }

        return tag is not null && tags.Any(named => named.Tag == "*" || named.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison));
    }
}
