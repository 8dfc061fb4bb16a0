using System.Buffers;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Domain.Values;

namespace TaskOrchestration.Api.Access.Signatures;

/// <summary>Which headers a signature must name, and how.</summary>
internal static class SignedHeaderRules
{
    private const string Amazons = "x-amz-";

    private static readonly SearchValues<char> OfNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Why a request is turned away, if it is. What gives it its meaning has to be signed: where it goes and every header of AWS's.</summary>
    public static Denial? Complaint(IHeaderDictionary headers, ValueList<string> signed) => FormComplaint(signed) ?? Unsigned(headers, signed) ?? Absent(headers, signed);

    private static Denial? FormComplaint(ValueList<string> signed)
    {
        for (var i = 0; i < signed.Count; i++)
        {
            if (signed[i].Length == 0 || signed[i].AsSpan().ContainsAnyExcept(OfNames))
            {
                return Denial.MalformedCredentials("Expected SignedHeaders to be names of headers in lower case with a semicolon between them.");
            }

            if (i > 0 && string.CompareOrdinal(signed[i - 1], signed[i]) >= 0)
            {
                return Denial.MalformedCredentials("Expected the names in SignedHeaders in alphabetical order, each once.");
            }
        }

        return null;
    }

    private static Denial? Unsigned(IHeaderDictionary headers, ValueList<string> signed)
    {
        if (!signed.Contains("host"))
        {
            return Unsigned("host");
        }

        foreach (var (name, _) in headers)
        {
            if (name.StartsWith(Amazons, StringComparison.OrdinalIgnoreCase) && !signed.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                return Unsigned(name.ToLowerInvariant());
            }
        }

        return null;
    }

    private static Denial? Absent(IHeaderDictionary headers, ValueList<string> signed)
    {
        foreach (var name in signed)
        {
            if (!headers.ContainsKey(name))
            {
                return Denial.WrongSignature($"Expected every signed header in the request, found no {name}.");
            }
        }

        return null;
    }

    private static Denial Unsigned(string name) => Denial.WrongSignature($"Expected the header {name} to be signed.");
}
