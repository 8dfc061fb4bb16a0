using Microsoft.Playwright;
using TaskOrchestration.Benchmarks.Browsing;
using TaskOrchestration.Support;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Starting;

/// <summary>How long it takes in a browser that has never seen the console from opening its address until the first page can be used: its heading and its numbers are there and the browser is idle.</summary>
/// <remarks>Where there is no browser at CHROMIUM or /usr/bin/chromium, or no console (eng/build-console), nothing is measured.</remarks>
public sealed class FirstPageBenchmark : IBenchmark
{
    private const int Visits = 7;

    // By the browser's own clock, which begins with the navigation.
    private const string Interactive = """
        () => new Promise((resolve) => {
          const look = () => {
            const isThere = document.querySelector('h1') !== null && !document.querySelector('[class*="awsui_status-loading"]');
            return isThere ? requestIdleCallback(() => resolve(performance.now())) : requestAnimationFrame(look);
          };
          look();
        })
        """;

    /// <inheritdoc/>
    public string Subject => "first-page";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        if (!Chromium.HasConsole)
        {
            return;
        }

        using var data = new TemporaryFolder();
        using var server = await ServerProcess.StartAsync(data.Path);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var seconds = new List<double>();
        for (var visit = 0; visit < Visits; visit++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A context of its own has a cache of its own, empty.
            await using var context = await browser.NewContextAsync();
            var page = await context.NewPageAsync();
            await page.GotoAsync(server.Endpoint.ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            seconds.Add(await page.EvaluateAsync<double>(Interactive) / 1_000);
        }

        measurements.Add("first_page_s", seconds.Order().ElementAt(Visits / 2));
        measurements.Add("first_page_max_s", seconds.Max());
    }
}
