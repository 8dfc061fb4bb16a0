using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>
/// A history of 25,000 events. How smoothly it scrolls is printed and not asserted:
/// <c>dotnet test tests/Console.Tests --filter LongHistoryTests --logger "console;verbosity=detailed"</c>.
/// </summary>
[Collection(ConsoleTests.Name)]
public sealed class LongHistoryTests(ConsoleBrowser browser, ServedConsole served, ITestOutputHelper output) : IClassFixture<ServedConsole>
{
    private const int MostItems = 6_248;
    private const int MostRows = 120;
    private const int WheelTurns = 150;
    private const int OneTurn = 400;

    [BrowserFact]
    public Task The_longest_history_there_can_be_scrolls_from_end_to_end_and_only_what_is_in_sight_is_drawn() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var address = await Machines.RunAsync(served.Client, "Items", Machines.Items, "long", Machines.Numbers(MostItems));
        await visit.OpenAsync($"{address}?view=events");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Event view" })).ToContainTextAsync("(24,998)");

        var frame = page.GetByRole(AriaRole.Region, new() { Name = "Events", Exact = true });
        var rows = frame.Locator("tbody tr");
        Assert.InRange(await rows.CountAsync(), 10, MostRows);
        foreach (var part in new[] { 0.25, 0.5, 0.75, 1 })
        {
            await frame.EvaluateAsync("(frame, part) => { frame.scrollTop = part * frame.scrollHeight; }", part);
            await Expect(rows.Last).ToBeAttachedAsync();
            Assert.InRange(await rows.CountAsync(), 10, MostRows);
        }

        await frame.EvaluateAsync("frame => { frame.scrollTop = 0; frame.scrollIntoView({ block: 'center' }); }");
        await frame.HoverAsync();
        var frames = await Frames.WatchAsync(page);
        for (var turned = 0; turned < WheelTurns; turned++)
        {
            await page.Mouse.WheelAsync(0, OneTurn);
        }

        output.WriteLine($"scrolling by the wheel: {await frames.DescribeAsync()}");
        Assert.InRange(await rows.CountAsync(), 10, MostRows);

        await frame.EvaluateAsync("frame => { frame.scrollTop = frame.scrollHeight; frame.scrollIntoView({ block: 'end' }); }");
        await Expect(frame.GetByText("ExecutionSucceeded")).ToBeInViewportAsync();
    });

    [BrowserFact]
    public Task A_filter_finds_the_one_event_among_thousands_and_its_details_open() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var address = await Machines.RunAsync(served.Client, "Items", Machines.Items, "filtered", Machines.Numbers(2_000));
        await visit.OpenAsync($"{address}?view=events");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Event view" })).ToContainTextAsync("(8,006)");

        var filter = page.GetByLabel("Find events");
        await filter.FillAsync("#1234");
        await filter.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Event view" })).ToContainTextAsync("(2 of 8,006)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Details of event" }).First.ClickAsync();
        await Expect(page.GetByText("PassStateEntered").Last).ToBeVisibleAsync();
        await Expect(page.GetByText("The event as AWS’s API has it").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task An_event_that_the_address_names_is_in_sight_and_open_and_so_is_the_next_one() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var address = await Machines.RunAsync(served.Client, "Items", Machines.Items, "named", Machines.Numbers(2_000));
        await visit.OpenAsync($"{address}?view=events&event=4321");

        var opened = page.GetByRole(AriaRole.Button, new() { Name = "Details of event 4321" });
        await Expect(opened).ToBeInViewportAsync();
        await Expect(opened).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(page.GetByText("Event 4321: PassStateEntered").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Region, new() { Name = "Events", Exact = true }).EvaluateAsync("frame => { frame.scrollTop = 0; }");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next event" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Details of event 4322" })).ToBeInViewportAsync();
    });

    [BrowserFact]
    public Task An_event_is_found_by_its_id() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var address = await Machines.RunAsync(served.Client, "Items", Machines.Items, "numbered", Machines.Numbers(10));
        await visit.OpenAsync($"{address}?view=events");

        var filter = page.GetByLabel("Find events");
        await filter.FillAsync("46");
        await filter.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Event view" })).ToContainTextAsync("(1 of 46)");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Details of event 46" })).ToBeVisibleAsync();
    });
}
