using System.Collections.Concurrent;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class RunningExecutionTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    /// <summary>Notes each status that a state in the graph takes on, in order.</summary>
    private const string NoteStatuses = """
        window.seenStatuses = [];
        const last = new Map();
        const look = () => {
          for (const state of document.querySelectorAll('[data-state]')) {
            const { state: name, status } = state.dataset;
            if (last.get(name) !== status) {
              last.set(name, status);
              window.seenStatuses.push(`${name} ${status}`);
            }
          }
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-status'] });
        """;

    [BrowserFact]
    public Task States_light_up_as_they_run_without_the_page_asking() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await Machines.CreateHandAsync(served.Client);
        await visit.OpenAsync(await Machines.StartAsync(served.Client, "ByHand", Machines.ByHand, "before", "{}"));
        await Machines.HandOnAsync(served.Client);
        await Machines.HandOnAsync(served.Client);
        await Expect(State(page, "Done")).ToHaveAttributeAsync("data-status", "succeeded");

        await page.GetByRole(AriaRole.Button, new() { Name = "New execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New execution" });
        await page.WriteAsync(dialog.GetByRole(AriaRole.Textbox, new() { Name = "Input" }), "{}");
        await dialog.GetByLabel("Name – optional").FillAsync("watched");
        await page.EvaluateAsync(NoteStatuses);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start execution" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("watched");
        await Expect(State(page, "First")).ToHaveAttributeAsync("data-status", "inProgress");

        // From here on everything comes over the one stream that is open. Who one is, the shell asks from time to time.
        await visit.SettleAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await Machines.HandOnAsync(served.Client);
        await Expect(State(page, "Second")).ToHaveAttributeAsync("data-status", "inProgress");
        Assert.DoesNotContain(asked, path => path != "/api/v1/me");

        await Machines.HandOnAsync(served.Client);
        await Expect(State(page, "Done")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.GetByText("Succeeded").First).ToBeVisibleAsync();
        var seen = await page.EvaluateAsync<string[]>("() => window.seenStatuses");
        Assert.Equal(
            ["First inProgress", "First succeeded", "Second inProgress", "Second succeeded", "Done succeeded"],
            seen.SkipWhile(status => status != "First inProgress").Where(status => !status.EndsWith("notStarted", StringComparison.Ordinal)));
    });

    [BrowserFact]
    public Task A_running_execution_is_stopped_with_a_reason_that_it_then_shows() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.StartAsync(served.Client, "Pauses", Machines.Pauses, "stopped", """{"first": 3600}"""));
        await Expect(State(page, "First")).ToHaveAttributeAsync("data-status", "inProgress");

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Stop execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Stop execution" });
        await dialog.GetByLabel("Error – optional").FillAsync("NotNeeded");
        await dialog.GetByLabel("Cause – optional").FillAsync("The customer called.");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stop execution" }).ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        await Expect(page.GetByText("Execution was stopped: NotNeeded").First).ToBeVisibleAsync();
        await Expect(page.GetByText("The customer called.").First).ToBeVisibleAsync();
        await Expect(State(page, "First")).ToHaveAttributeAsync("data-status", "cancelled");

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Stop execution" })).ToHaveAttributeAsync("aria-disabled", "true");
    });

    [BrowserFact]
    public Task Two_clicks_in_the_same_instant_stop_an_execution_once() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.StartAsync(served.Client, "Pauses", Machines.Pauses, "stopped-once", """{"first": 3600}"""));
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Stop execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Stop execution" });
        var stops = 0;
        page.Request += (_, request) => stops += request.Headers.TryGetValue("x-amz-target", out var action) && action.EndsWith(".StopExecution", StringComparison.Ordinal) ? 1 : 0;

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stop execution" }).EvaluateAsync("button => { button.click(); button.click(); }");
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(page.GetByText("Execution was stopped", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Equal(1, stops);
    });

    private static ILocator State(IPage page, string name) => page.Locator($"[data-state='{name}']");
}
