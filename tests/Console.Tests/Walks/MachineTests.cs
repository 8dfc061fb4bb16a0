using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class MachineTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Mistaken = """{ "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Next": "Nowhere" } } }""";

    [BrowserFact]
    public Task A_machine_whose_definition_has_a_mistake_is_created_once_that_is_mended_and_runs() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/machines/new");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mended");
        await page.WriteAsync(Editor(page), Mistaken);

        await Expect(page.Locator(".cm-lintRange-error").Filter(new() { HasText = "Nowhere" })).ToHaveTextAsync("\"Nowhere\"");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Problems" }).GetByRole(AriaRole.Button).First.ClickAsync();

        await page.WriteAsync(Editor(page), Mistaken.Replace("\"Next\": \"Nowhere\"", "\"End\": true", StringComparison.Ordinal));
        await Expect(page.GetByText("No problems.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Greet Pass" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mended");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start execution" }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start execution" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Address("/executions/"));
        await Expect(page.GetByText("Succeeded").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_machine_is_created_and_its_graph_walked_with_the_keyboard_alone() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/machines/new");
        await TabToAsync(page, page.GetByLabel("Name", new() { Exact = true }));
        await page.Keyboard.TypeAsync("ByKeyboard");
        await TabToAsync(page, Editor(page));
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.InsertTextAsync("""{ "StartAt": "First", "States": { "First": { "Type": "Pass", "Next": "Second" }, "Second": { "Type": "Succeed" } } }""");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Second Succeed" })).ToBeVisibleAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Application, new() { Name = "Graph of" }));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Second Succeed" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Second Succeed" })).ToHaveAttributeAsync("aria-pressed", "true");

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true }), "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("ByKeyboard");
    });

    [BrowserFact]
    public Task Leaving_with_a_changed_definition_asks_first() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/machines/OrderProcessing/edit");
        await Editor(page).ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Back" }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Leave without saving?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stay" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Address("/edit$"));
    });

    private static Regex Address(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));

    private static ILocator Editor(IPage page) => page.GetByRole(AriaRole.Textbox, new() { Name = "Definition in the Amazon States Language" });

    // A person presses the key until they are where they want to be; sixty times without getting there is a trap.
    private static async Task TabToAsync(IPage page, ILocator target, string key = "Tab")
    {
        await target.WaitForAsync();
        for (var pressed = 0; pressed < 60; pressed++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        await Expect(target).ToBeFocusedAsync();
    }
}
