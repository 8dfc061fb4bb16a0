using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class StepPanelTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    /// <summary>Whether the text is seen as a whole, in more lines than one.</summary>
    private const string IsShownWhole = """
        () => {
          const scroller = document.querySelector('[aria-label="Input"]')?.closest('.cm-scroller');
          return scroller !== null && scroller !== undefined && scroller.clientHeight > 200 && scroller.scrollHeight <= scroller.clientHeight + 1;
        }
        """;

    /// <summary>Whether the text is so long that it scrolls, in a frame that leaves room for other things.</summary>
    private const string Scrolls = """
        () => {
          const scroller = document.querySelector('[aria-label="Input"]')?.closest('.cm-scroller');
          return scroller !== null && scroller !== undefined && scroller.clientHeight > 400 && scroller.clientHeight < 500 && scroller.scrollHeight > scroller.clientHeight + 100;
        }
        """;

    [BrowserFact]
    public Task The_attempts_of_a_step_have_room_for_their_words() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync($"{await Machines.RunAsync(served.Client, "Again", Machines.Again, "twice", "{}")}?state=Try");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Retries (1)" }).ClickAsync();

        var attempts = page.GetByRole(AriaRole.Table, new() { Name = "Attempts at Try" });
        await Expect(attempts.Locator("tbody tr")).ToHaveCountAsync(2);
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("tab=retries", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        foreach (var (header, room) in new[] { ("Attempt", 90), ("Status", 120), ("Started", 200), ("Error", 160) })
        {
            var box = await attempts.GetByRole(AriaRole.Columnheader, new() { Name = header, Exact = true }).BoundingBoxAsync();
            Assert.InRange(box?.Width ?? 0, room, double.MaxValue);
        }
    });

    [BrowserTheory]
    [InlineData(200, IsShownWhole)]
    [InlineData(3_000, Scrolls)]
    public Task One_long_line_of_data_is_shown_as_a_whole_or_scrolls(int words, string isSo) => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var input = $$"""{"total": 7, "line": "{{string.Join(' ', Enumerable.Repeat("word", words))}}"}""";
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Ways", Machines.Ways, $"line-{words}", input));
        await page.GetByRole(AriaRole.Tablist, new() { Name = "About the execution" }).GetByRole(AriaRole.Tab, new() { Name = "Input and output" }).ClickAsync();

        await page.WaitForFunctionAsync(isSo);
    });
}
