using System.Collections.Concurrent;
using System.Diagnostics;
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

    // What a page asks for, it asks for once it has been painted.
    private const string AfterNextPaint = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    private const int Longest = 300;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(ConsoleBrowser.Patience);

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _failures = [];
    private readonly ConcurrentDictionary<IRequest, bool> _underWay = new();

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    /// <summary>The page. What it announces to screen readers stands in it a second time some moments later, so texts are looked for by the first place where they are.</summary>
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
        context.Request += (_, request) => visit.See(request, server);
        context.RequestFinished += (_, request) => visit._underWay.TryRemove(request, out var _);
        context.RequestFailed += (_, request) => visit._underWay.TryRemove(request, out var _);
        return visit;
    }

    /// <summary>Opens an address of the console and waits until the page has its heading and has loaded what it shows first.</summary>
    public async Task OpenAsync(string path)
    {
        _underWay.Clear();
        await Page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        await SettleAsync();
    }

    /// <summary>Waits until the page has its heading and nothing is being loaded any more. Streams of live events do not count.</summary>
    public async Task SettleAsync()
    {
        await Page.Locator("h1").First.WaitForAsync();
        var since = Stopwatch.GetTimestamp();
        do
        {
            await Page.EvaluateAsync(AfterNextPaint);
            await Page.WaitForFunctionAsync("""
                () => {
                  const now = performance.now();
                  const recent = performance.getEntriesByType('resource').some((entry) => now - entry.responseEnd < 250);
                  return document.fonts.status === 'loaded' && !recent;
                }
                """);
        }
        while (!_underWay.IsEmpty && Stopwatch.GetElapsedTime(since) < Patience);
        Assert.Empty(_underWay.Keys.Select(request => request.Url));
    }

    /// <summary>Looks at the page in another way, without loading it anew.</summary>
    public async Task LookAsync(View view)
    {
        ArgumentNullException.ThrowIfNull(view);
        await Page.SetViewportSizeAsync(view.Width, view.Height);
        await Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = view.IsDark ? ColorScheme.Dark : ColorScheme.Light });
        await Page.WaitForFunctionAsync("(isDark) => document.body.classList.contains('awsui-dark-mode') === isDark", view.IsDark);
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

    private void See(IRequest request, Uri server)
    {
        var address = new Uri(request.Url);
        if (request.ResourceType != "eventsource")
        {
            _underWay[request] = true;
        }

        if (address.Scheme is not "data" and not "blob" && address.Authority != server.Authority)
        {
            _failures.Enqueue($"request to another server: {address}");
        }
    }
}
