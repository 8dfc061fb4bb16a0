using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TaskOrchestration.Api.Pages;

/// <summary>Answers with the console: its page at every address that is no route of the API, and its files.</summary>
internal sealed class ConsolePages(ConsoleFolder folder, ConsoleSettings settings)
{
    private const string OneYear = "public, max-age=31536000, immutable";

    /// <summary>The file that a request asks for; none if there is none, and then the request is not for this.</summary>
    public ConsoleFile? Find(PathString path) => folder.Find(path.Value ?? "");

    /// <summary>Whether there is a console.</summary>
    public bool IsBuilt => folder.Page is not null;

    /// <summary>Answers with the console's page, or, where it has not been built, with one that says so.</summary>
    public async Task ShowPageAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.ContentType = "text/html; charset=utf-8";
        string page;
        if (folder.Page is { } built)
        {
            // Each answer has a nonce of its own, so the page has no ETag: the page of one answer would not go with the policy of another.
            var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
            ConsoleHeaders.AddTo(response, nonce);
            response.Headers.CacheControl = "no-cache";
            page = built.Replace(ConsoleHeaders.NoncePlaceholder, nonce, StringComparison.Ordinal);
        }
        else
        {
            response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
            page = WelcomePage.For($"{request.Scheme}://{request.Host}", settings.IsBuilding);
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await response.WriteAsync(page, context.RequestAborted);
        }
    }

    /// <summary>Answers with a file, in the smallest form that the browser takes.</summary>
    public static async Task ShowAsync(HttpContext context, ConsoleFile file)
    {
        var (request, response) = (context.Request, context.Response);
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        var form = file.Forms.First(form => form.Encoding.Length == 0 || accepted.Any(coding => coding.Value.Equals(form.Encoding, StringComparison.OrdinalIgnoreCase) && coding.Quality is not 0));
        ConsoleHeaders.AddTo(response);
        response.Headers.ETag = form.Tag;
        response.Headers.CacheControl = file.IsImmutable ? OneYear : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == form.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = form.Bytes.Length;
        if (form.Encoding.Length > 0)
        {
            response.Headers.ContentEncoding = form.Encoding;
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(form.Bytes, context.RequestAborted);
        }
    }
}
