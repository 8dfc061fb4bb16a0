using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using TaskOrchestration.Api.Access.Sessions;
using TaskOrchestration.Api.Access.Signatures;
using TaskOrchestration.Domain.Access;

namespace TaskOrchestration.Api.Access.Credentials;

/// <summary>Finds what a request shows of who sends it.</summary>
/// <remarks>
/// An API key goes as <c>X-Api-Key: ID.SECRET</c>, as <c>Authorization: Bearer ID.SECRET</c>, as HTTP Basic with the id for the user and the secret for
/// the password, or unseen in an AWS Signature Version 4, in the header or in the query. A bearer that is no key is a token of an identity provider.
/// A session's cookie counts only where nothing else is shown: browsers send it along by themselves.
/// </remarks>
internal static class CredentialReader
{
    private const string ApiKeyHeader = "X-Api-Key";

    public static Credential Read(HttpRequest request)
    {
        var shown = new List<Credential>(1);
        if (request.Headers.TryGetValue(ApiKeyHeader, out var keys))
        {
            shown.Add(ReadKey(keys.ToString(), '.', $"the header {ApiKeyHeader}: ID.SECRET"));
        }

        if (request.Headers.TryGetValue("Authorization", out var authorization))
        {
            shown.Add(authorization.Count == 1 ? ReadAuthorization(request, authorization.ToString()) : new Credential.Malformed("Expected the header Authorization once, found it several times."));
        }

        if (RequestSignature.IsPresigned(request))
        {
            shown.Add(RequestSignature.OfQuery(request));
        }

        return shown switch
        {
            [] => SessionCookie.Read(request) is { } closed ? new Credential.Cookie(closed) : new Credential.None(),
            [var only] => only,
            _ => new Credential.Malformed("Expected credentials in one place, found them in several."),
        };
    }

    private static Credential ReadAuthorization(HttpRequest request, string value)
    {
        if (value.StartsWith($"{RequestSignature.Algorithm} ", StringComparison.Ordinal))
        {
            return RequestSignature.OfHeader(request, value);
        }

        return AuthenticationHeaderValue.TryParse(value, out var parsed)
            ? parsed.Scheme.ToUpperInvariant() switch
            {
                "BASIC" => ReadBasic(parsed.Parameter),
                "BEARER" => ReadBearer(parsed.Parameter ?? ""),
                _ => WrongScheme(parsed.Scheme),
            }
            : WrongScheme(value.Split(' ')[0]);
    }

    private static Credential ReadBasic(string? parameter)
    {
        var bytes = new byte[(parameter?.Length ?? 0) + 3];
        return Convert.TryFromBase64String(parameter ?? "", bytes, out var written)
            ? ReadKey(Encoding.UTF8.GetString(bytes, 0, written), ':', "Authorization: Basic with base64 of ID:SECRET")
            : new Credential.Malformed("Expected Authorization: Basic with base64 of ID:SECRET, found something that is not base64.");
    }

    private static Credential ReadBearer(string token) => token.StartsWith(KeyForm.Prefix, StringComparison.Ordinal) && token.IndexOf('.') == KeyForm.IdLength
        ? ReadKey(token, '.', "Authorization: Bearer ID.SECRET")
        : token.Length == 0 ? new Credential.Malformed("Expected Authorization: Bearer with a token, found none.") : new Credential.Token(token);

    private static Credential ReadKey(string text, char separator, string expected) =>
        text.IndexOf(separator) is >= 0 and var at && KeyForm.IsId(text.AsSpan(0, at)) && KeyForm.IsSecret(text.AsSpan(at + 1))
            ? new Credential.Key(text[..at], text[(at + 1)..])
            : new Credential.Malformed($"Expected {expected}, an id of {KeyForm.IdLength} and a secret of {KeyForm.SecretLength} characters; found something else.");

    private static Credential.Malformed WrongScheme(string found) =>
        new($"Expected Authorization with one of the schemes Bearer, Basic and {RequestSignature.Algorithm}, found '{(found.Length > 32 ? found[..32] : found)}'.");
}
