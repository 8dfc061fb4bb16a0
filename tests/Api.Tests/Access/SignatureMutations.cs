using FsCheck;
using FsCheck.Fluent;

namespace TaskOrchestration.Api.Tests.Access;

/// <summary>What somebody could do to a signed request on its way. None of it leaves the meaning as it was.</summary>
internal static class SignatureMutations
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private const string Digits = "0123456789abcdef";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>The request, changed in one way, and the name of the way.</summary>
    public static Gen<(string What, RawRequest Request)> Of(RawRequest request) => Gen.OneOf(
        Named("method", Gen.Elements(Methods.Where(method => method != request.Method)).Select(method => request with { Method = method })),
        Named("path", Inserted(request.Path, 1).Select(path => request with { Path = path })),
        Named("parameter added", Gen.Elements("a=b", "Version=1", "X-Amz-Extra=1", "limit=1").Select(more => request with { Query = request.Query.Length == 0 ? more : $"{request.Query}&{more}" })),
        Named("query", request.Query.Length == 0 ? Inserted("", 0).Select(query => request with { Query = query }) : Changed(request.Query, Letters).Select(query => request with { Query = query })),
        Named("parameter lost", request.Query.Length == 0 ? Gen.Constant(request with { Query = "a" }) : Without(request.Query.Split('&')).Select(left => request with { Query = string.Join('&', left) })),
        Named("header value", Gen.Elements<(string Name, string Value)>(request.Headers).SelectMany(header => Changed(header.Value, Letters).Select(value => request.With(header.Name, value)))),
        Named("header lost", Gen.Elements<(string Name, string Value)>(request.Headers).Select(header => request with { Headers = request.Headers.Remove(header) })),
        Named("header twice", Gen.Elements<(string Name, string Value)>(request.Headers).Select(header => request with { Headers = request.Headers.Add(header) })),
        Named("header added", Gen.Elements("X-Amz-Extra", "x-amz-meta-a", "X-Amz-Security-Token", "X-Amz-User-Agent").SelectMany(name => Inserted("", 0).Select(value => request with { Headers = request.Headers.Add((name, value)) }))),
        Named("body", (request.Body.Length == 0 ? Inserted("", 0) : Gen.OneOf(Changed(request.Body, Letters), Inserted(request.Body, 0), Gen.Choose(0, request.Body.Length - 1).Select(at => request.Body.Remove(at, 1))))
            .Select(body => request with { Body = body })),
        Named("signature", Replaced(request, "Signature=", text => Gen.OneOf(Changed(text, Digits), Gen.Constant(text[1..]), Gen.Constant(text.ToUpperInvariant()).Where(upper => upper != text)))),
        Named("credential", Replaced(request, "Credential=", text => Changed(text, Letters))),
        Named("names", Replaced(request, "SignedHeaders=", text => Gen.OneOf(Changed(text, Letters), Gen.Constant($"{text};x-made-up"), Gen.Constant(text.ToUpperInvariant()), Gen.Constant($"accept;{text}")))),
        Named("date", Moved(request)));

    private static Gen<(string What, RawRequest Request)> Named(string what, Gen<RawRequest> mutants) => mutants.Select(mutant => (what, mutant));

    /// <summary>The text with another letter somewhere.</summary>
    private static Gen<string> Changed(string text, string letters) =>
        from at in Gen.Choose(0, text.Length - 1)
        from letter in Gen.Elements(letters.ToCharArray())
        where text[at] != letter
        select $"{text[..at]}{letter}{text[(at + 1)..]}";

    /// <summary>The text with another letter more.</summary>
    private static Gen<string> Inserted(string text, int first) =>
        from at in Gen.Choose(first, text.Length)
        from letter in Gen.Elements(Letters.ToCharArray())
        select text.Insert(at, $"{letter}");

    private static Gen<string[]> Without(string[] all) => Gen.Choose(0, all.Length - 1).Select(lost => all.Where((_, at) => at != lost).ToArray());

    /// <summary>The request with one part of its signature replaced, wherever it stands.</summary>
    private static Gen<RawRequest> Replaced(RawRequest request, string part, Func<string, Gen<string>> change)
    {
        var isPresigned = request.Headers.All(header => header.Name != "Authorization");
        var whole = isPresigned ? request.Query : request.Header("Authorization");
        var begin = whole.IndexOf(part, StringComparison.Ordinal) + part.Length;
        var end = whole.IndexOfAny([',', '&'], begin) is >= 0 and var at ? at : whole.Length;
        return change(whole[begin..end]).Select(text => $"{whole[..begin]}{text}{whole[end..]}").Select(text => isPresigned ? request with { Query = text } : request.With("Authorization", text));
    }

    /// <summary>The request as if it had been signed at another moment.</summary>
    private static Gen<RawRequest> Moved(RawRequest request)
    {
        var isPresigned = request.Headers.All(header => header.Name != "X-Amz-Date");
        var stamp = isPresigned ? request.Query.Split("X-Amz-Date=")[1][..16] : request.Header("X-Amz-Date");
        return Gen.Choose(1, 5_999).Select(n => $"{stamp[..9]}{(int.Parse(stamp[9..15], System.Globalization.CultureInfo.InvariantCulture) + n) % 240_000:000000}Z")
            .Select(moved => isPresigned ? request with { Query = request.Query.Replace(stamp, moved, StringComparison.Ordinal) } : request.With("X-Amz-Date", moved));
    }
}
