using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.StatesLanguage.Values;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class ListTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string Passing = """{ "StartAt": "Pass", "States": { "Pass": { "Type": "Pass", "End": true } } }""";

    [BrowserFact]
    public Task An_execution_is_found_by_a_word_of_its_name_and_by_a_piece_of_its_input_as_it_is_laid_out() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var machine = await served.Client.CreateStateMachineAsync("Sought", Passing);
        await served.Client.StartExecutionAsync(machine, "the-lamp", """{ "x": 1 }""");
        await served.Client.StartExecutionAsync(machine, "a-chair", """{ "x": 2, "with": "a lamp" }""");
        await served.Client.StartExecutionAsync(machine, "a-table", """{ "x": 2 }""");
        var rows = page.GetByRole(AriaRole.Table, new() { Name = "Executions" }).GetByRole(AriaRole.Link);
        await visit.OpenAsync("/machines/Sought");

        await FilterAsync(page, "lamp");
        await Expect(rows).ToHaveTextAsync(["a-chair", "the-lamp"]);
        await visit.OpenAsync("/machines/Sought");
        await FilterAsync(page, "\"x\": 1");
        await Expect(rows).ToHaveTextAsync(["the-lamp"]);

        await page.ReloadAsync();
        await Expect(rows).ToHaveTextAsync(["the-lamp"]);
    });

    [BrowserTheory]
    [InlineData("new")]
    [InlineData(".")]
    [InlineData("..")]
    public Task A_machine_is_opened_and_edited_whatever_it_is_called(string name) => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await served.Client.CreateStateMachineAsync(name, Passing);
        await visit.OpenAsync("/machines");

        await page.GetByRole(AriaRole.Table, new() { Name = "State machines" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(heading).ToHaveTextAsync(name);
        await page.ReloadAsync();
        await Expect(heading).ToHaveTextAsync(name);
        await page.GetByRole(AriaRole.Tab, new() { Name = "Metrics" }).ClickAsync();
        await Expect(page.GetByText("Of the executions that started in this time.").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true }).ClickAsync();
        await Expect(heading).ToHaveTextAsync($"Edit {name}");
        await Expect(page.GetByText("No problems.").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_schedule_called_new_is_opened_and_edited() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var heading = page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        (await served.Rest.PutAsync("schedules/new", """{"stateMachine":"RetentionSweep","cron":"0 0 9 ? * MON","enabled":false}""")).OrThrow();
        await visit.OpenAsync("/schedules");

        await page.GetByRole(AriaRole.Link, new() { Name = "new", Exact = true }).ClickAsync();
        await Expect(heading).ToHaveTextAsync("new");
        await page.GotoAsync("/schedules/new/edit");
        await Expect(heading).ToHaveTextAsync("Edit new");
    });

    [BrowserFact]
    public Task An_activity_of_dots_is_opened() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await served.Client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of(".."))));
        await visit.OpenAsync("/activities");

        await page.GetByRole(AriaRole.Link, new() { Name = "..", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("..");
        await Expect(page.GetByText("arn:aws:states:us-east-1:123456789012:activity:..", new() { Exact = true }).First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_machine_that_is_not_there_can_neither_be_edited_nor_started() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/machines/Nobody");

        await Expect(page.GetByText("There is no state machine 'Nobody'.").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Edit", Exact = true })).ToBeDisabledAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start execution" })).ToBeDisabledAsync();
    });

    [BrowserTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public Task A_long_name_of_a_machine_leaves_the_other_columns_in_sight(int width) => browser.WalkAsync(
        served,
        async visit =>
        {
            var name = $"{width}-{new string('w', 70)}";
            await served.Client.CreateStateMachineAsync(name, Passing);

            await visit.OpenAsync("/machines");
            await InSightAsync(visit.Page, name, "Type");
        },
        View.Desk with { Width = width });

    [BrowserFact]
    public Task Long_names_of_executions_and_tasks_leave_the_other_columns_in_sight() => browser.WalkAsync(served, async visit =>
    {
        var name = $"long-{new string('w', 70)}";
        var machine = await served.Client.CreateStateMachineAsync("LongNames", Passing);
        await served.Client.StartExecutionAsync(machine, name, "{}");
        (await served.Rest.PostAsync("orders", name, $$"""{"title":"{{name}}","customerId":"customer-7","currency":"EUR","items":[{"sku":"BOAT","unitPrice":"9000.00"}]}""")).OrThrow();

        await visit.OpenAsync("/machines/LongNames");
        await InSightAsync(visit.Page, name, "Status");
        await visit.OpenAsync($"/tasks?text={name}");
        await InSightAsync(visit.Page, name, "Created");
    });

    [BrowserFact]
    public Task Back_from_an_execution_leads_to_the_page_of_the_list_that_it_was_on() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var machine = await served.Client.CreateStateMachineAsync("Paged", Passing);
        foreach (var number in Enumerable.Range(1, 30))
        {
            await served.Client.StartExecutionAsync(machine, $"run-{number:00}", "{}");
        }

        await visit.OpenAsync("/machines/Paged");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next page" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "run-03" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("run-03");
        await page.GoBackAsync();

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "run-03" })).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "run-03" })).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task The_navigation_is_there_again_when_a_narrow_window_becomes_wide() => browser.WalkAsync(
        served,
        async visit =>
        {
            var page = visit.Page;
            var machines = page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "State machines", Exact = true });
            await visit.OpenAsync("/activities");
            await Expect(machines).ToBeHiddenAsync();

            await page.SetViewportSizeAsync(View.Desk.Width, View.Desk.Height);
            await Expect(machines).ToBeInViewportAsync();
            await page.SetViewportSizeAsync(View.Phone.Width, View.Phone.Height);
            await Expect(machines).ToBeHiddenAsync();
            await page.SetViewportSizeAsync(View.Desk.Width, View.Desk.Height);
            await Expect(machines).ToBeInViewportAsync();
        },
        View.Phone);

    private static async Task FilterAsync(IPage page, string text)
    {
        await page.GetByLabel("Filter executions").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The name has its whole text at hand and is cut to its part of the window, so that the column is in sight and the page no wider than the window.</summary>
    private static async Task InSightAsync(IPage page, string name, string column)
    {
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name }).GetByTitle(name)).ToBeInViewportAsync();
        await Expect(page.GetByRole(AriaRole.Columnheader, new() { Name = column })).ToBeInViewportAsync();
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }
}
