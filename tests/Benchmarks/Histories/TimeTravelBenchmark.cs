using Microsoft.Playwright;
using TaskOrchestration.Benchmarks.Browsing;
using TaskOrchestration.Benchmarks.Durability;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.Benchmarks.Histories;

/// <summary>How long it takes in the browser until the longest execution there can be is shown, and from moving the slider of its past until the graph and the variables of that moment are.</summary>
/// <remarks>Nothing is measured where there is no browser or no console. The server and the browser share the machine.</remarks>
public sealed class TimeTravelBenchmark : IBenchmark
{
    private const int Opens = 3;
    private const int Moves = 30;

    // By the browser's own clock: from the event of the slider to the frame after the one in which all is there.
    private const string Move = """
        ({ fact, state, parcel }) => new Promise((resolve, reject) => {
          const slider = document.querySelector('input[type="range"][aria-label="Fact"]');
          const began = performance.now();
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(slider, String(fact));
          slider.dispatchEvent(new Event('input', { bubbles: true }));
          slider.dispatchEvent(new Event('change', { bubbles: true }));
          const look = () => {
            const variable = document.querySelector('table[aria-label="Variables"] tbody tr td')?.textContent;
            const isThere = variable === parcel && document.querySelector(`[data-state="${state}"]`)?.dataset.status === 'inProgress';
            if (isThere) requestAnimationFrame(() => resolve(performance.now() - began));
            else if (performance.now() - began > 20000) reject(new Error(`expected ${state} to run and $parcel to be ${parcel} after fact ${fact}, found $parcel ${variable}`));
            else requestAnimationFrame(look);
          };
          look();
        })
        """;

    private const string Shown = """
        () => new Promise((resolve) => {
          const look = () => document.querySelector('[data-state="Done"]')?.dataset.status === 'succeeded' ? requestAnimationFrame(() => resolve(performance.now())) : requestAnimationFrame(look);
          look();
        })
        """;

    private static readonly string[] States = ["Pick", "Pack", "Ship"];

    /// <inheritdoc/>
    public string Subject => "time-travel";

    /// <inheritdoc/>
    public async Task MeasureAsync(Measurements measurements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(measurements);
        if (!Chromium.HasConsole)
        {
            return;
        }

        using var folder = new BenchFolder();
        var execution = await LongExecution.WriteAsync(folder.Path);
        using var server = await ServerProcess.StartAsync(folder.Path);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var (opened, first, moved) = (new List<double>(), new List<double>(), new List<double>());
        for (var open = 0; open < Opens; open++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await Chromium.OpenAsync(browser, server.Endpoint);
            await page.GotoAsync($"/executions/{Uri.EscapeDataString(execution)}", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            opened.Add(await page.EvaluateAsync<double>(Shown) / 1_000);
            await page.GetByRole(AriaRole.Tab, new() { Name = "Variables" }).ClickAsync();
            await page.GetByLabel("Time travel").ClickAsync();
            await page.WaitForFunctionAsync("last => document.querySelector('input[type=\"range\"][aria-label=\"Fact\"]')?.max === String(last)", LongExecution.Facts - 1);
            var random = new Random(open);
            first.Add(await MoveAsync(page, LongExecution.Facts / 2));
            for (var move = 0; move < Moves; move++)
            {
                moved.Add(await MoveAsync(page, random.Next(LongExecution.Facts - 1)));
            }

            await page.Context.CloseAsync();
        }

        measurements.Add("travel_open_s", Sorted(opened)[Opens / 2]);
        measurements.Add("travel_first_ms", Sorted(first)[Opens / 2]);
        measurements.Add("travel_p50_ms", Sorted(moved)[moved.Count / 2]);
        measurements.Add("travel_max_ms", Sorted(moved)[^1]);
    }

    private static async Task<double> MoveAsync(IPage page, int fact) =>
        await page.EvaluateAsync<double>(Move, new { fact, state = States[fact % States.Length], parcel = $"{(fact + 2) / States.Length}" });

    private static List<double> Sorted(List<double> times) => [.. times.Order()];
}
