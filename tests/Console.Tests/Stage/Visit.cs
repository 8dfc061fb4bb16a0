using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>A window that somebody has the console open in, and what went wrong in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    // Runs before everything else in every page.
    private const string ReportViolations = """
        document.addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber} ${event.sample ?? ''}`));
        """;

    private const int Longest = 300;

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _failures = [];

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>What went wrong so far: exceptions in scripts, violations of the Content-Security-Policy, requests to other servers.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Begins one.</summary>
    internal static async Task<Visit> BeginAsync(IBrowserContext context, Uri server)
    {
        await context.AddInitScriptAsync(ReportViolations);
        var visit = new Visit(context, await context.NewPageAsync());
        context.WebError += (_, error) => visit._failures.Enqueue($"exception: {error.Error}");
        context.Console += (_, message) => visit.Hear(message);
        context.Request += (_, request) => visit.See(new Uri(request.Url), server);
        return visit;
    }

    /// <summary>Opens an address of the console and waits until the page has its heading and has loaded what it shows first.</summary>
    public async Task OpenAsync(string path)
    {
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    /// <summary>Waits until the page has its heading and nothing is being loaded any more. Streams of live events do not count.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        await Page.WaitForFunctionAsync("""
            () => {
              const isLoading = [...document.querySelectorAll('[aria-busy="true"]')].some((element) => element.checkVisibility());
              const now = performance.now();
              const recent = performance.getEntriesByType('resource').some((entry) => now - entry.responseEnd < 250);
              return document.fonts.status === 'loaded' && !isLoading && !recent;
            }
            """);
    }

    /// <summary>Looks at the page in another way, without loading it anew.</summary>
    public async Task LookAsync(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        await Page.SetViewportSizeAsync(view.Width, view.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light });
        await SettleAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error" && (message.Text.Contains("policy", StringComparison.OrdinalIgnoreCase) || message.Text.StartsWith("Warning:", StringComparison.Ordinal)))
        {
            _failures.Enqueue(message.Text.Length > Longest ? $"{message.Text[..Longest]}..." : message.Text);
        }
    }

    private void See(Uri address, Uri server)
    {
        if (address.Scheme is not "data" and not "blob" && address.Authority != server.Authority)
        {
            _failures.Enqueue($"request to another server: {address}");
        }
    }
}
