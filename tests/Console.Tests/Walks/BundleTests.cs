using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed partial class BundleTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task An_exported_execution_is_opened_from_its_file_and_travelled_through_without_the_server() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Bundled", Machines.Ways, "exported", """{"total": 7}"""));
        await page.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Portable bundle" }).ClickAsync());

        await visit.OpenAsync("/machines");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open a bundle" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(served.Address, "/bundle").ToString());
        await visit.SettleAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await Chooser(page).SetInputFilesAsync(await download.PathAsync());

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("exported");
        await Expect(page.GetByText("This is a file, to be looked at alone").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state='After']")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.Locator("[data-state='Dear']")).ToHaveAttributeAsync("data-status", "notStarted");
        await page.Locator("[data-state='Which']").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Tablist, new() { Name = "About Which" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Test state" })).ToBeHiddenAsync();

        await page.GetByLabel("Time travel").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "One fact back" }).ClickAsync();
        await Expect(page.GetByText("You are looking at the past").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state='Pause']")).ToHaveAttributeAsync("data-status", "inProgress");
        await page.GetByRole(AriaRole.Button, new() { Name = "States of this moment" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "States of this moment" })).ToContainTextAsync("Pause");
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to now" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Table view" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Treegrid, new() { Name = "Steps of the execution" })).ToContainTextAsync("Cheap");
        await page.GetByRole(AriaRole.Button, new() { Name = "Event view" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Events of the execution" })).ToContainTextAsync("ExecutionSucceeded");

        // Who one is, the shell asks from time to time; of the execution nobody is asked anything.
        Assert.DoesNotContain(asked, path => (path.StartsWith("/api/", StringComparison.Ordinal) && path != "/api/v1/me") || path == "/");
    });

    [BrowserFact]
    public Task Another_file_is_refused_with_what_was_expected_and_found() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/bundle");
        await Chooser(page).SetInputFilesAsync(FileOf("machine.json", Machines.Pauses));
        await Expect(page.GetByText("found the definition of a state machine").First).ToBeVisibleAsync();
        await Chooser(page).SetInputFilesAsync(FileOf("notes.txt", "<b>no JSON</b>"));
        await Expect(page.GetByText(NoJson()).First).ToBeVisibleAsync();
    });

    private static ILocator Chooser(IPage page) => page.Locator("input[type=file]").First;

    private static FilePayload FileOf(string name, string content) => new() { Name = name, MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(content) };

    [GeneratedRegex("Expected the JSON of an exported execution, found text that is no JSON")]
    private static partial Regex NoJson();
}
