using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class PastExecutionTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const int MostTabs = 80;

    [BrowserFact]
    public Task Time_travel_by_keyboard_alone_shows_the_graph_and_the_variables_of_that_moment() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "travelled", """{"total": 7}"""));
        await Expect(page.Locator("[data-state='After']")).ToHaveAttributeAsync("data-status", "succeeded");

        await TabToAsync(page, "Time travel");
        await page.Keyboard.PressAsync("Space");
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Fact" });
        await Expect(slider).ToBeAttachedAsync();
        await TabToAsync(page, "Fact", backwards: true);
        await page.Keyboard.PressAsync("Home");

        await Expect(page.GetByText("You are looking at the past").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state='Pause']")).ToHaveAttributeAsync("data-status", "inProgress");
        await Expect(page.Locator("[data-state='Cheap']")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.Locator("[data-state='After']")).ToHaveAttributeAsync("data-status", "notStarted");

        // What the tab shows comes first, for it can have the focus as well; then the tab itself.
        await TabToAsync(page, "Details", backwards: true);
        await TabToAsync(page, "Details", backwards: true);
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Variables" })).ToContainTextAsync("\"cheap\"");

        await TabToAsync(page, "Fact");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByText("You are looking at the past")).ToBeHiddenAsync();
        await Expect(page.Locator("[data-state='After']")).ToHaveAttributeAsync("data-status", "succeeded");

        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(page.GetByText("You are looking at the past").First).ToBeVisibleAsync();
        await TabToAsync(page, "Back to now", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByText("You are looking at the past")).ToBeHiddenAsync();
    });

    [BrowserFact]
    public Task What_was_looked_at_of_the_past_stands_in_the_address() => browser.WalkAsync(served, async visit =>
    {
        var address = await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "addressed", """{"total": 700}""");
        await visit.OpenAsync($"{address}?view=table&fact=0");

        await Expect(visit.Page.GetByText("You are looking at the past").First).ToBeVisibleAsync();
        var steps = visit.Page.GetByRole(AriaRole.Treegrid, new() { Name = "Steps of the execution" });
        await Expect(steps).ToContainTextAsync("Dear");
        await Expect(steps).ToContainTextAsync("In progress");
        await Expect(steps).Not.ToContainTextAsync("After");
    });

    [BrowserFact]
    public Task An_address_of_a_fact_after_the_last_one_shows_the_execution_as_it_is() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var address = await Machines.RunAsync(served.Client, "Ways", Machines.Ways, "beyond", """{"total": 7}""");
        await visit.OpenAsync($"{address}?fact=999");

        await Expect(page.GetByText("(now)").First).ToBeVisibleAsync();
        var slider = page.GetByRole(AriaRole.Slider, new() { Name = "Fact" });
        await Expect(slider).ToHaveValueAsync(await slider.GetAttributeAsync("max") ?? "");
        await Expect(page.Locator("[data-state='After']")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.GetByText("You are looking at the past")).ToBeHiddenAsync();
        await Expect(page).ToHaveURLAsync(new Uri(served.Address, address).AbsoluteUri);
    });

    /// <summary>Presses Tab until the thing of that name has the focus.</summary>
    private static async Task TabToAsync(IPage page, string name, bool backwards = false)
    {
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            await page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            var focused = await page.EvaluateAsync<string>("""
                () => {
                  const element = document.activeElement;
                  const named = (element.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
                  return element.getAttribute('aria-label') || named || [...(element.labels ?? [])].map((label) => label.textContent).join(' ') || element.textContent;
                }
                """);
            if (focused.Trim() == name)
            {
                return;
            }
        }

        Assert.Fail($"Nothing called {name} was reached by {MostTabs} presses of Tab.");
    }
}
