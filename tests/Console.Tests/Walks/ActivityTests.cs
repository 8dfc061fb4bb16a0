using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class ActivityTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task An_activity_is_made_tagged_and_deleted() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visit.OpenAsync("/activities");
        await Expect(page.GetByText("There are no activities.").First).ToBeVisibleAsync();

        await Button(page, "Create activity").ClickAsync();
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("not a name");
        await Button(dialog, "Create").ClickAsync();
        await Expect(dialog).ToContainTextAsync("The activity was not created");
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("packing");
        await Button(dialog, "Add tag").ClickAsync();
        await dialog.GetByLabel("Key 1").FillAsync("team");
        await dialog.GetByLabel("Value 1").FillAsync("warehouse");
        await Button(dialog, "Create").ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "packing", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("packing");
        await Expect(page.GetByText("arn:aws:states:us-east-1:123456789012:activity:packing").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "team" })).ToContainTextAsync("warehouse");

        await Button(page, "Delete").ClickAsync();
        await Button(dialog, "Delete").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Activities");
        await Expect(page.GetByText("There are no activities.").First).ToBeVisibleAsync();
    });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator place, string name) => place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
