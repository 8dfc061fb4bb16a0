using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>The server's clock is ahead of the browser's before a page is opened, and is moved on while it is open.</summary>
[Collection(ConsoleTests.Name)]
public sealed class MovedClockTests(ConsoleBrowser browser, MovableConsole served) : IClassFixture<MovableConsole>
{
    [BrowserFact]
    public Task What_runs_is_measured_by_the_servers_clock() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await Machines.CreateHandAsync(served.Client);
        await served.MoveClockAsync("PT2H");
        var address = await Machines.StartAsync(served.Client, "Measured", Machines.ByHand, "measured", "{}");
        await served.MoveClockAsync("PT20M");
        await visit.OpenAsync(address);
        await Expect(Duration(page)).ToHaveTextAsync(Like("^00:2[0-9]:"));

        await served.MoveClockAsync("PT1H");

        await Expect(Duration(page)).ToHaveTextAsync(Like("^01:[23][0-9]:"));
    });

    [BrowserFact]
    public Task The_last_hour_is_the_servers() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await Machines.RunAsync(served.Client, "Hourly", Machines.Items, "earlier", Machines.Numbers(1));
        await served.MoveClockAsync("PT2H");
        await Machines.RunAsync(served.Client, "Hourly", Machines.Items, "later", Machines.Numbers(1));
        await visit.OpenAsync("/machines/Hourly");
        var executions = page.GetByRole(AriaRole.Table, new() { Name = "Executions" });
        await Expect(executions.GetByRole(AriaRole.Link)).ToHaveTextAsync(["later", "earlier"]);

        await page.GetByRole(AriaRole.Button, new() { Name = "When the executions started" }).ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Last 1 hour" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(executions.GetByRole(AriaRole.Link)).ToHaveTextAsync(["later"]);

        await served.MoveClockAsync("PT2H");

        await Expect(executions).ToContainTextAsync("No execution is like that.");
    });

    private static ILocator Duration(IPage page) => page.Locator("dt").Filter(new() { HasTextRegex = Like("^Duration$") }).Locator("xpath=following-sibling::dd[1]");

    private static Regex Like(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
