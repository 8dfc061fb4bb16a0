using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class OperationsTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task A_schedule_is_run_by_hand_and_its_firing_leads_to_the_task_that_follows_it() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/schedules");
        await page.GetByRole(AriaRole.Button, new() { Name = "Actions on nightly-settlement" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Edit" })).ToHaveAttributeAsync("aria-disabled", "true");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Run now" }).ClickAsync();
        var asked = new ConcurrentQueue<string>();
        page.Request += (_, request) => asked.Enqueue($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Run now" }).EvaluateAsync("button => { button.click(); button.click(); }");
        await Expect(page.GetByText("nightly-settlement is started").First).ToBeVisibleAsync();
        Assert.Equal(["POST /api/v1/schedules/nightly-settlement/run"], asked.Where(request => request.StartsWith("POST", StringComparison.Ordinal)));

        await page.GetByRole(AriaRole.Link, new() { Name = "nightly-settlement" }).ClickAsync();
        var firings = page.GetByRole(AriaRole.Table, new() { Name = "Firings" });
        await firings.GetByRole(AriaRole.Row).Filter(new() { HasText = "by hand" }).GetByRole(AriaRole.Link, new() { Name = "Task" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "History of the task" })).ToContainTextAsync("Succeeded");
    });

    [BrowserFact]
    public Task A_schedule_is_made_with_due_times_that_are_said_in_words_and_is_turned_off() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/new-schedule");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("weekly-sweep");
        await page.GetByLabel("State machine").FillAsync("RetentionSweep");
        await page.GetByLabel("Due times", new() { Exact = true }).FillAsync("0 9 * * 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("expected 6 or 7 fields").First).ToBeVisibleAsync();

        await page.GetByLabel("Due times", new() { Exact = true }).FillAsync("0 0 25 ? * MON");
        await Expect(page.GetByText("Hours: expected 0-23, found 25.").First).ToBeVisibleAsync();
        await page.GetByLabel("Due times", new() { Exact = true }).FillAsync("0 0 9 31 2 ?");
        await Expect(page.GetByText("Never due: February has no day 31.").First).ToBeVisibleAsync();

        await page.GetByLabel("Due times", new() { Exact = true }).FillAsync("0 0 9 ? * MON");
        await Expect(page.GetByText("at 09:00, Monday").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("weekly-sweep");

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions on weekly-sweep" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Turn off" }).ClickAsync();
        await Expect(page.GetByText("weekly-sweep is off").First).ToBeVisibleAsync();
        Assert.Equal("false", (await served.Rest.GetAsync("schedules/weekly-sweep")).OrThrow().Body["enabled"]!.ToString());
    });

    [BrowserFact]
    public Task The_audit_log_is_searched_and_verified() => browser.WalkAsync(served, async visit =>
    {
        (await served.Rest.PostAsync("purchases", "audited", """{"accountId":"acct-1","amount":"1.00","currency":"EUR"}""")).OrThrow();
        var page = visit.Page;
        await visit.OpenAsync("/audit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();
        await Expect(page.GetByText("The audit log is as it was written").First).ToBeVisibleAsync();

        await page.GetByLabel("Action", new() { Exact = true }).FillAsync("POST /api/v1/purchases");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Like("action="));
        var records = page.GetByRole(AriaRole.Table, new() { Name = "Audit records" });
        await Expect(records.GetByRole(AriaRole.Row).Filter(new() { HasText = "POST /api/v1/purchases" })).ToContainTextAsync("ok (201)");
        await Expect(records.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
    });

    [BrowserFact]
    public Task A_figure_of_the_dashboard_leads_to_the_list_it_counts() => browser.WalkAsync(served, async visit =>
    {
        (await served.Rest.PostAsync("orders", "waiting", """{"title":"A yacht","customerId":"c","currency":"EUR","items":[{"sku":"YACHT","unitPrice":"9000.00"}]}""")).OrThrow();
        var page = visit.Page;
        await visit.OpenAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Waiting for a decision: 1" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Like("status=Waiting"));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "A yacht" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_schedule_whose_years_are_over_is_saved_with_the_word_that_it_is_never_due_again() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/new-schedule");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("long-gone");
        await page.GetByLabel("State machine").FillAsync("RetentionSweep");
        await page.GetByLabel("Due times", new() { Exact = true }).FillAsync("0 0 9 1 1 ? 1999");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.GetByText("long-gone is saved, but never due again").First).ToBeVisibleAsync();
        await Expect(page.Locator("dt").Filter(new() { HasText = "Next due" }).Locator("xpath=following-sibling::dd[1]")).ToHaveTextAsync("Never again");
    });

    [BrowserFact]
    public Task There_is_no_form_of_a_kind_of_task_that_there_is_not() => browser.WalkAsync(served, async visit =>
    {
        await visit.OpenAsync("/tasks/new/nope");

        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is no such page");
    });

    [BrowserFact]
    public Task What_a_role_may_not_do_is_disabled_with_the_reason() => browser.WalkAsync(served, async visit =>
    {
        var key = (await served.Rest.PostAsync("keys", "viewer", """{"owner":"vera","roles":["viewer"]}""")).OrThrow();
        await using var asViewer = await browser.VisitAsync(served, View.Desk, $"{key.Text("id")}.{key.Text("secret")}");
        var page = asViewer.Page;
        await asViewer.OpenAsync("/audit");
        await Expect(page.GetByText("This is not for you to see").First).ToBeVisibleAsync();
        await Expect(page.GetByText("This needs the role admin").Last).ToBeVisibleAsync();

        await asViewer.OpenAsync("/schedules");
        var create = page.GetByRole(AriaRole.Button, new() { Name = "New schedule" });
        await Expect(create).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(create).ToHaveAccessibleDescriptionAsync("This needs the role author; vera has viewer.");
        Assert.Empty(asViewer.Failures);
    });

    private static Regex Like(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
