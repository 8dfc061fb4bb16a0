using System.Net;
using System.Text.RegularExpressions;
using TaskOrchestration.Api.Tests.Access;
using TaskOrchestration.Support;

namespace TaskOrchestration.Api.Tests.Pages;

public sealed partial class ConsolePagesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ConsolePagesTests()
    {
        Write("index.html", "<html><meta property=\"csp-nonce\" nonce=\"__CSP_NONCE__\"><script src=\"/assets/main-1a2b.js\"></script></html>");
        Write("favicon.svg", "<svg/>");
        Write("assets/main-1a2b.js", "console.log('hello')");
        Write("assets/main-1a2b.js.br", "as brotli");
        Write("assets/main-1a2b.js.gz", "as gzip");
        Write("secret.key", "not a file of a page");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/machines")]
    [InlineData("/executions/arn%3Aaws%3Astates%3Aus-east-1%3A123456789012%3Aexecution%3AHello%3Aone")]
    [InlineData("/no-such-page")]
    public async Task Every_address_that_a_person_opens_is_the_consoles_page(string path)
    {
        await using var server = await StartAsync();

        using var page = await AskAsync(server, HttpMethod.Get, path, ("Accept", "text/html,*/*;q=0.8"));

        Assert.Equal((HttpStatusCode.OK, "text/html; charset=utf-8"), (page.StatusCode, page.Content.Headers.ContentType?.ToString()));
        Assert.Contains("main-1a2b.js", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nowhere", "text/html", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/openapi/nowhere", "text/html", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/machines", "application/json", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/machines", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/machines", "text/html", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/assets/gone-1a2b.js", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/secret.key", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/index.html.gz", "*/*", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/assets/..%2f..%2fsecret.key", "*/*", HttpStatusCode.Unauthorized)]
    public async Task What_a_program_asks_for_that_is_not_there_is_no_page(string method, string path, string accept, HttpStatusCode expected)
    {
        await using var server = await StartAsync();

        using var answer = await AskAsync(server, new HttpMethod(method), path, ("Accept", accept));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_lets_nothing_in_but_what_this_server_has_as_files()
    {
        await using var server = await StartAsync();

        using var first = await AskAsync(server, HttpMethod.Get, "/");
        using var second = await AskAsync(server, HttpMethod.Get, "/");

        var policy = first.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        Assert.Equal(
            $"default-src 'self'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
            + "manifest-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            policy);
        Assert.Contains($"nonce=\"{nonce}\"", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(nonce, second.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin", "no-cache"), (Header(first, "X-Content-Type-Options"), Header(first, "Referrer-Policy"), first.Headers.CacheControl?.ToString()));
    }

    [Theory]
    [InlineData("br, gzip", "br", "as brotli")]
    [InlineData("gzip, deflate", "gzip", "as gzip")]
    [InlineData("br;q=0, gzip", "gzip", "as gzip")]
    [InlineData("identity", "", "console.log('hello')")]
    public async Task A_file_comes_in_the_smallest_form_that_the_browser_takes(string accepted, string encoding, string content)
    {
        await using var server = await StartAsync();

        using var answer = await AskAsync(server, HttpMethod.Get, "/assets/main-1a2b.js", ("Accept-Encoding", accepted));

        Assert.Equal((encoding, content), (string.Join(',', answer.Content.Headers.ContentEncoding), await answer.Content.ReadAsStringAsync()));
        Assert.Equal(("text/javascript; charset=utf-8", "Accept-Encoding"), (answer.Content.Headers.ContentType?.ToString(), Header(answer, "Vary")));
    }

    [Theory]
    [InlineData("/assets/main-1a2b.js", "public, max-age=31536000, immutable")]
    [InlineData("/favicon.svg", "no-cache")]
    public async Task What_has_a_digest_in_its_name_is_kept_for_good_and_anything_else_asked_for_again(string path, string expected)
    {
        await using var server = await StartAsync();

        using var first = await AskAsync(server, HttpMethod.Get, path);
        using var again = await AskAsync(server, HttpMethod.Get, path, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var head = await AskAsync(server, HttpMethod.Head, path);

        Assert.Equal(expected, first.Headers.CacheControl?.ToString().Replace(", immutable, ", ", ", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.NotModified, 0), (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal((first.Content.Headers.ContentLength, 0), (head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal("nosniff", Header(first, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_console_that_is_built_anew_is_served_without_a_restart()
    {
        await using var server = await StartAsync();
        using var before = await AskAsync(server, HttpMethod.Get, "/assets/main-1a2b.js");

        Write("assets/main-3c4d.js", "console.log('again')");
        Write("index.html", "<html>anew</html>");
        File.SetLastWriteTimeUtc(Path.Combine(_folder.Path, "index.html"), DateTime.UtcNow.AddSeconds(5));

        using var page = await AskAsync(server, HttpMethod.Get, "/");
        using var file = await AskAsync(server, HttpMethod.Get, "/assets/main-3c4d.js");
        Assert.Equal(("<html>anew</html>", HttpStatusCode.OK), (await page.Content.ReadAsStringAsync(), file.StatusCode));
    }

    [Fact]
    public async Task Without_a_console_the_page_says_so_and_how_to_come_by_one()
    {
        File.Delete(Path.Combine(_folder.Path, "index.html"));
        await using var server = await StartAsync();

        using var page = await AskAsync(server, HttpMethod.Get, "/");
        using var other = await AskAsync(server, HttpMethod.Get, "/machines", ("Accept", "text/html"));

        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("The console has not been built", text, StringComparison.Ordinal);
        Assert.Contains("eng/build-console", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
    }

    [Fact]
    public async Task While_the_console_is_being_built_the_page_looks_again_by_itself()
    {
        File.Delete(Path.Combine(_folder.Path, "index.html"));
        Write("building", "");
        await using var server = await StartAsync();

        using var page = await AskAsync(server, HttpMethod.Get, "/");

        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("The console is being built", text, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"refresh\" content=\"3\">", text, StringComparison.Ordinal);
    }

    private Task<GuardedServer> StartAsync() => GuardedServer.StartAsync(settings: new() { ["Console:Folder"] = _folder.Path });

    private void Write(string path, string content)
    {
        var file = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private static Task<HttpResponseMessage> AskAsync(GuardedServer server, HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        server.SendAsync(method, path, with: request =>
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        });

    private static string Header(HttpResponseMessage answer, string name) => string.Join(',', answer.Headers.GetValues(name));

    [GeneratedRegex("'nonce-(?<nonce>[^']{24})'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Nonce();
}
