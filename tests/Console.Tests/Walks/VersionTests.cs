using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.StatesLanguage.Values;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class VersionTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task A_version_is_published_an_alias_leads_to_it_and_an_execution_starts_by_the_alias() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        var machine = await served.Client.CreateStateMachineAsync("Versioned", Definition("first"));
        await visit.OpenAsync("/machines/Versioned?tab=versions");

        await PublishAsync(page, "as it was");
        await Expect(Row(page, "as it was")).ToContainTextAsync("1");
        await served.Client.CallAsync("UpdateStateMachine", JsonObject.Of(("stateMachineArn", Json.Of(machine)), ("definition", Json.Of(Definition("second")))));
        await page.ReloadAsync();
        await PublishAsync(page, "as it is");
        await Expect(Row(page, "as it is")).ToContainTextAsync("2");

        await page.GetByRole(AriaRole.Tab, new() { Name = "Aliases" }).ClickAsync();
        await Button(page, "Create alias").ClickAsync();
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("live");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Second version" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Version 1" }).ClickAsync();
        await dialog.GetByLabel("Weight of the first version").FillAsync("90");
        await Button(dialog, "Create").ClickAsync();
        await Expect(Row(page, "live")).ToContainTextAsync("Version 2 (90 %), Version 1 (10 %)");

        await Row(page, "live").GetByRole(AriaRole.Radio).CheckAsync(new() { Force = true });
        await Button(page, "Edit alias").ClickAsync();
        await dialog.GetByLabel("Weight of the first version").FillAsync("100");
        await Button(dialog, "Save").ClickAsync();
        await Expect(Row(page, "live")).ToContainTextAsync("Version 2 (100 %), Version 1 (0 %)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start execution" }).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start with" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Alias live" }).ClickAsync();
        await Button(dialog, "Start execution").ClickAsync();
        await Expect(page.GetByText("Alias live, version 2").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_version_shows_its_definition_and_is_deleted_once_no_alias_leads_to_it() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        var machine = await served.Client.CreateStateMachineAsync("Unversioned", Definition("first"));
        await served.Client.CallAsync("PublishStateMachineVersion", JsonObject.Of(("stateMachineArn", Json.Of(machine)), ("description", Json.Of("as it was"))));
        var route = JsonObject.Of(("stateMachineVersionArn", Json.Of($"{machine}:1")), ("weight", Json.Of(100)));
        await served.Client.CallAsync("CreateStateMachineAlias", JsonObject.Of(("name", Json.Of("live")), ("routingConfiguration", JsonArray.Of(route))));
        await visit.OpenAsync("/machines/Unversioned?tab=versions");
        await Expect(Row(page, "as it was")).ToContainTextAsync("live (100 %)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show version 1" }).ClickAsync();
        await Expect(dialog).ToContainTextAsync("Version 1 of Unversioned");
        await Expect(dialog.GetByText("\"first\"").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await DeleteAsync(page, "as it was", "Delete version");
        await Expect(dialog).ToContainTextAsync("It was not done");
        await Button(dialog, "Cancel").ClickAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Aliases" }).ClickAsync();
        await DeleteAsync(page, "live", "Delete alias");
        await Expect(page.GetByText("There are no aliases.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Tab, new() { Name = "Versions" }).ClickAsync();
        await DeleteAsync(page, "as it was", "Delete version");
        await Expect(page.GetByText("No version has been published.").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task Tags_are_added_changed_and_taken_off() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await served.Client.CreateStateMachineAsync("Tagged", Definition("first"));
        await visit.OpenAsync("/machines/Tagged?tab=tags");

        await Button(page, "Edit tags").ClickAsync();
        await Button(dialog, "Add tag").ClickAsync();
        await dialog.GetByLabel("Key 1").FillAsync("team");
        await dialog.GetByLabel("Value 1").FillAsync("billing");
        await Button(dialog, "Add tag").ClickAsync();
        await dialog.GetByLabel("Key 2").FillAsync("team");
        await Expect(dialog.GetByText("There is such a key already.").First).ToBeVisibleAsync();
        await dialog.GetByLabel("Key 2").FillAsync("stage");
        await Button(dialog, "Save").ClickAsync();
        await Expect(Row(page, "team")).ToContainTextAsync("billing");

        await Button(page, "Edit tags").ClickAsync();
        await Button(dialog, "Remove stage").ClickAsync();
        await dialog.GetByLabel("Value 1").FillAsync("orders");
        await Button(dialog, "Save").ClickAsync();
        await Expect(Row(page, "team")).ToContainTextAsync("orders");
        await Expect(Row(page, "stage")).ToHaveCountAsync(0);
    });

    private static string Definition(string result) => $$"""{"StartAt":"Greet","States":{"Greet":{"Type":"Pass","Result":"{{result}}","End":true} } }""";

    private static ILocator Row(IPage page, string text) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator place, string name) => place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task PublishAsync(IPage page, string description)
    {
        await Button(page, "Publish version").ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Description").FillAsync(description);
        await Button(page.GetByRole(AriaRole.Dialog), "Publish").ClickAsync();
    }

    private static async Task DeleteAsync(IPage page, string row, string button)
    {
        await Row(page, row).GetByRole(AriaRole.Radio).CheckAsync(new() { Force = true });
        await Button(page, button).ClickAsync();
        await Button(page.GetByRole(AriaRole.Dialog), "Delete").ClickAsync();
    }
}
