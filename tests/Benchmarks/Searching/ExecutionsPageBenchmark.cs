using Microsoft.Playwright;
using TaskOrchestration.Benchmarks.Browsing;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Searching;

/// <summary>How long the console takes, among 10,000 executions of a machine, to show the first page, the next one, and those that a filter leaves.</summary>
/// <remarks>Nothing is measured where there is no browser or no console. The server and the browser share the machine.</remarks>
public sealed class ExecutionsPageBenchmark : IBenchmark
{
    private const int Rounds = 3;

    // By the browser's own clock, which begins with the navigation.
    private const string Shown = """
        () => new Promise((resolve) => {
          const look = () => document.querySelector('table[aria-label="Executions"] tbody a') || document.body.textContent.includes('No execution is like that')
            ? requestAnimationFrame(() => resolve(performance.now()))
            : requestAnimationFrame(look);
          look();
        })
        """;

    // From the press to the frame after the one in which other rows are there.
    private const string Turned = """
        () => new Promise((resolve) => {
          const first = () => document.querySelector('table[aria-label="Executions"] tbody a')?.textContent;
          const before = first();
          const began = performance.now();
          document.querySelector('button[aria-label="Next page"]').click();
          const look = () => first() !== before ? requestAnimationFrame(() => resolve(performance.now() - began)) : requestAnimationFrame(look);
          look();
        })
        """;

    /// <inheritdoc/>
    public string Subject => "executions-page";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        if (!Chromium.HasConsole)
        {
            return;
        }

        using var folder = new BenchFolder();
        await StoredExecutions.WriteAsync(folder.Path);
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await Chromium.OpenAsync(browser, server.Endpoint);
        // What the browser keeps of the console's files is the same for every page that is measured.
        await page.GotoAsync("/machines");
        foreach (var wanted in SearchCase.All.Where(wanted => wanted.IsInAddress))
        {
            var (shown, turned) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await page.GotoAsync($"/machines/{StoredExecutions.Machine}?{wanted.Query}", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
                shown.Add(await page.EvaluateAsync<double>(Shown));
                if (wanted.Query.Length == 0)
                {
                    turned.Add(await page.EvaluateAsync<double>(Turned));
                }
            }

            measurements.Add($"executions_page_{wanted.Key}_ms", shown.Order().ElementAt(Rounds / 2));
            if (turned.Count > 0)
            {
                measurements.Add("executions_page_next_ms", turned.Order().ElementAt(Rounds / 2));
            }
        }
    }
}
