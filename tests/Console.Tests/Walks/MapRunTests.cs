using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class MapRunTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string OnlyTheMap = "This is a child of a Map Run: only the Map starts such executions.";

    [BrowserFact]
    public Task All_children_of_a_Map_Run_are_there_page_by_page_and_those_of_a_status() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Distributed", Machines.Distributed, "thirty", Machines.Numbers(30)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Map Run of Each" }).ClickAsync();

        var children = page.GetByRole(AriaRole.Table, new() { Name = "Child executions" });
        await Expect(children.GetByRole(AriaRole.Link)).ToHaveCountAsync(25);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await Expect(children.GetByRole(AriaRole.Link)).ToHaveCountAsync(5);

        await page.GetByRole(AriaRole.Button, new() { Name = "Status of the child executions" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Failed" }).ClickAsync();
        await Expect(children.GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await Expect(children.Locator("tbody").GetByText("Failed")).ToBeInViewportAsync();
    });

    [BrowserFact]
    public Task A_child_leads_to_its_machine_and_is_compared_with_another_child() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Distributed", Machines.Distributed, "two", Machines.Numbers(2)));
        await page.GetByRole(AriaRole.Button, new() { Name = "Map Run of Each" }).ClickAsync();
        var children = page.GetByRole(AriaRole.Table, new() { Name = "Child executions" }).GetByRole(AriaRole.Link);
        await Expect(children).ToHaveCountAsync(2);
        var other = await children.Last.InnerTextAsync();
        await children.First.ClickAsync();
        await Expect(page.GetByText("Parent: Distributed / two").First).ToBeVisibleAsync();

        var start = page.GetByRole(AriaRole.Button, new() { Name = "New execution" });
        await Expect(start).ToHaveAttributeAsync("aria-disabled", "true");
        await start.HoverAsync(new() { Force = true });
        await Expect(page.GetByText(OnlyTheMap).Last).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Compare with another execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Radio, new() { Name = other }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Compare", Exact = true }).ClickAsync();
        await Expect(page.GetByText("First difference: What the executions were given").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Distributed", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Distributed");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "two", Exact = true })).ToBeVisibleAsync();
    });
}
