using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class MachineTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Mistaken = """{ "StartAt": "Greet", "States": { "Greet": { "Type": "Pass", "Next": "Nowhere" } } }""";

    // Every state has its place within the canvas, the one with that name among them.
    private const string IsWhole = """
        (name) => {
          const canvas = document.querySelector('.graph-canvas').getBoundingClientRect();
          const places = [...document.querySelectorAll('.graph-canvas .react-flow__node')].map((node) => node.getBoundingClientRect());
          return document.querySelector(`[data-state="${name}"]`) !== null
            && places.every(({ left, top, right, bottom }) => left >= canvas.left && top >= canvas.top && right <= canvas.right && bottom <= canvas.bottom);
        }
        """;

    [BrowserFact]
    public Task A_machine_whose_definition_has_a_mistake_is_created_once_that_is_mended_and_runs() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/new-machine");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Mended");
        await page.WriteAsync(Editor(page), Mistaken);

        await Expect(page.Locator(".cm-lintRange-error").Filter(new() { HasText = "Nowhere" })).ToHaveTextAsync("\"Nowhere\"");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Problems" }).GetByRole(AriaRole.Button).First.ClickAsync();

        await page.WriteAsync(Editor(page), Mistaken.Replace("\"Next\": \"Nowhere\"", "\"End\": true", StringComparison.Ordinal));
        await Expect(page.GetByText("No problems.").First).ToBeVisibleAsync();
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
        await visit.OpenAsync("/new-machine");
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

    [BrowserFact]
    public Task Leaving_with_nothing_but_a_name_asks_first() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/new-machine");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Unfinished");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Activities", Exact = true }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog).ToContainTextAsync("Leave without saving?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Activities");
    });

    [BrowserFact]
    public Task A_definition_that_has_been_emptied_is_a_mistake() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var create = page.GetByRole(AriaRole.Button, new() { Name = "Create", Exact = true });
        await visit.OpenAsync("/new-machine");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Emptied");
        await Expect(page.GetByText("No problems.").First).ToBeVisibleAsync();
        await Expect(create).ToBeEnabledAsync();

        await page.WriteAsync(Editor(page), "");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Problems" })).ToHaveTextAsync("Error at line 1, column 1: Expected a definition, found nothing.");
        await Expect(create).ToBeDisabledAsync();
    });

    [BrowserFact]
    public Task The_graph_of_another_definition_comes_into_view_as_a_whole_unless_somebody_has_moved_the_view() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var graph = page.GetByRole(AriaRole.Application, new() { Name = "Graph of" });
        await visit.OpenAsync("/new-machine");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin with" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Parallel and Map" }).ClickAsync();
        await page.WaitForFunctionAsync(IsWhole, "Pause");

        await page.WriteAsync(Editor(page), Chain("One", "Two", "Three", "Four", "Five"));
        await page.WaitForFunctionAsync(IsWhole, "Five");

        var view = page.Locator(".graph-canvas .react-flow__viewport");
        var whole = await view.GetAttributeAsync("style") ?? "";
        await graph.HoverAsync();
        await page.Mouse.WheelAsync(0, 100);
        await Expect(view).Not.ToHaveAttributeAsync("style", whole);
        var moved = await view.GetAttributeAsync("style") ?? "";
        await page.WriteAsync(Editor(page), Chain("One", "Two"));
        await Expect(page.Locator("[data-state='Five']")).ToBeHiddenAsync();
        await Expect(view).ToHaveAttributeAsync("style", moved);
    });

    /// <summary>A definition of states that come one after the other.</summary>
    private static string Chain(params string[] names)
    {
        var states = names.Select((name, at) => $$"""  "{{name}}": { "Type": "Pass", {{(at == names.Length - 1 ? "\"End\": true" : $"\"Next\": \"{names[at + 1]}\"")}} }""");
        return $$"""{ "StartAt": "{{names[0]}}", "States": { {{string.Join(",", states)}} } }""";
    }

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
