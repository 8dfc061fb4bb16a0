using System.Text.Json;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>
/// A graph of 2,000 states. How quick it is, is printed and not asserted:
/// <c>dotnet test tests/Console.Tests --filter LargeGraphTests --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class LargeGraphTests(ConsoleBrowser browser, ServedConsole served, ITestOutputHelper output) : IClassFixture<ServedConsole>
{
    private const int States = 2_000;

    [BrowserFact]
    public Task Two_thousand_states_are_drawn_only_where_one_looks_and_can_be_panned() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await served.Client.CreateStateMachineAsync("Large", Definition());
        await visit.OpenAsync("/machines/Large");
        var frames = await Frames.WatchAsync(page);
        var begun = TimeProvider.System.GetTimestamp();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Definition" }).ClickAsync();
        var first = page.GetByRole(AriaRole.Button, new() { Name = "Step 0 Pass" });
        await first.WaitForAsync();
        output.WriteLine($"laid out and drawn in {TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds:F0} ms; {await frames.DescribeAsync()} meanwhile");
        Assert.InRange(await page.Locator(".graph-state").CountAsync(), 1, States / 4);

        var canvas = await page.GetByRole(AriaRole.Application, new() { Name = "Graph of" }).BoundingBoxAsync() ?? throw new InvalidOperationException("The graph is not to be seen.");
        var (x, y) = (canvas.X + (canvas.Width / 4), canvas.Y + (canvas.Height / 2));
        await frames.ForgetAsync();
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y - 800, new() { Steps = 120 });
        await page.Mouse.UpAsync();
        output.WriteLine($"panning: {await frames.DescribeAsync()}");
        await Expect(first).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task A_graph_that_no_PNG_file_could_show_legibly_is_saved_as_SVG() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await served.Client.CreateStateMachineAsync("Saved", Definition());
        await visit.OpenAsync("/machines/Saved");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Definition" }).ClickAsync();
        var export = page.GetByRole(AriaRole.Button, new() { Name = "Export the graph" });
        await export.ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Export as PNG" }).ClickAsync();
        var complaint = page.GetByText("The graph is too large for a PNG file that can be read. Export it as SVG.");
        await Expect(complaint).ToBeVisibleAsync();

        await export.ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Export as SVG" }).ClickAsync());
        Assert.Equal("Saved.svg", file.SuggestedFilename);
        await Expect(complaint).ToBeHiddenAsync();
    });

    private static string Definition() => JsonSerializer.Serialize(new { StartAt = Name(0), States = Enumerable.Range(0, States).ToDictionary(Name, State) });

    private static string Name(int index) => $"Step {index}";

    private static object State(int index) =>
        index == States - 1 ? new { Type = "Succeed" }
        : index % 7 == 3 && index + 5 < States ? new { Type = "Choice", Choices = new[] { new { Variable = "$.n", NumericGreaterThan = index, Next = Name(index + 5) } }, Default = Name(index + 1) }
        : new { Type = "Pass", Next = Name(index + 1) };
}
