using Microsoft.Playwright;
using TaskOrchestration.Support;

namespace TaskOrchestration.Benchmarks.Browsing;

/// <summary>The browser that the console is measured in.</summary>
internal static class Chromium
{
    private static readonly string Executable = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    /// <summary>Whether there is one at CHROMIUM or /usr/bin/chromium, and a console to look at (eng/build-console).</summary>
    public static bool HasConsole => File.Exists(Executable) && File.Exists(Repository.PathOf("artifacts", "console", "index.html"));

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Executable, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });

    /// <summary>A window of its own, at the size of a desk, whose cache is empty.</summary>
    public static async Task<IPage> OpenAsync(IBrowser browser, Uri server)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = server.ToString(), ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        return await context.NewPageAsync();
    }
}
