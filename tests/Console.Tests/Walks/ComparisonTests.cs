using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class ComparisonTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task Two_executions_side_by_side_show_where_they_part_first() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "dear", """{"total": 700}""");
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "cheap", """{"total": 7}"""));

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Compare with another execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "dear" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();

        await Expect(page.GetByText("First difference: What the executions were given").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Different input at /total").First).ToBeVisibleAsync();
        var steps = page.GetByRole(AriaRole.Table, new() { Name = "Steps of both executions" });
        await Expect(steps).ToContainTextAsync("Only the left one went through Cheap");
        await Expect(steps).ToContainTextAsync("Only the right one went through Dear");
    });

    [BrowserFact]
    public Task Two_executions_that_are_alike_are_said_to_be() => browser.WalkAsync(served, async visit =>
    {
        var one = await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "one", """{"total": 1}""");
        var other = await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "other", """{"total": 1}""");
        await visit.OpenAsync($"{one}/compare/{other["/executions/".Length..]}");

        await Expect(visit.Page.GetByText("The two are alike").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task An_execution_that_is_not_there_and_one_that_leaves_nothing_say_so() => browser.WalkAsync(served, async visit =>
    {
        await visit.OpenAsync(Machines.Address("arn:aws:states:us-east-1:123456789012:execution:Ways:never-was"));
        await Expect(visit.Page.GetByText("There is no such execution").First).ToBeVisibleAsync();

        await visit.OpenAsync(Machines.Address("arn:aws:states:us-east-1:123456789012:express:Ways:quick:1"));
        await Expect(visit.Page.GetByText("An EXPRESS execution leaves no history").First).ToBeVisibleAsync();
    });
}
