using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class TestStateTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task A_state_is_tested_while_its_machine_is_written() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visit.OpenAsync("/new-machine");
        await page.WriteAsync(page.GetByRole(AriaRole.Textbox, new() { Name = "Definition in the Amazon States Language" }), Machines.Ways);
        await Expect(Button(page, "Test state")).ToBeDisabledAsync();
        await page.Locator("[data-state='Which']").ClickAsync();
        await Button(page, "Test state").ClickAsync();

        await page.WriteAsync(Text(dialog, "Input of the state"), """{ "total": 700 }""");
        await Button(dialog, "Start test").ClickAsync();
        await Expect(Said(dialog, "Status")).ToHaveTextAsync("Succeeded");
        await Expect(Said(dialog, "Next state")).ToHaveTextAsync("Dear");
        await Expect(Text(dialog, "Variables afterwards")).ToContainTextAsync("\"dear\"");

        await page.WriteAsync(Text(dialog, "Input of the state"), "{ total");
        await Expect(Button(dialog, "Start test")).ToHaveAccessibleDescriptionAsync("The input is not JSON.");
        await Button(dialog, "Close").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();

        // What was filled in is still there.
        await Button(page, "Test state").ClickAsync();
        await Expect(Text(dialog, "Input of the state")).ToContainTextAsync("{ total");
    });

    [BrowserFact]
    public Task A_mock_stands_in_for_the_work_and_a_refusal_is_at_its_field() => browser.WalkAsync(served, async visit =>
    {
        await served.Client.CreateStateMachineAsync("TestedDesk", Machines.OrderDesk);
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visit.OpenAsync("/machines/TestedDesk?tab=definition&state=Pay");
        await Button(page, "Test state").ClickAsync();
        await page.WriteAsync(Text(dialog, "Input of the state"), """{ "orderId": "order-9" }""");
        await ChooseAsync(dialog, "Work of the state", "A mocked result");
        await page.WriteAsync(Text(dialog, "Mocked result"), """{ "StatusCode": "two hundred" }""");
        await Button(dialog, "Start test").ClickAsync();
        await Expect(Text(dialog, "Mocked result").Locator("xpath=ancestor::*[contains(., 'Mock result schema validation error')][1]")).ToContainTextAsync("ValidationException, request");
        await Expect(dialog.GetByText("The state was not tested", new() { Exact = true })).ToBeHiddenAsync();

        await page.WriteAsync(Text(dialog, "Mocked result"), """{ "StatusCode": 200, "Payload": { "paid": true } }""");
        await Button(dialog, "Start test").ClickAsync();
        await Expect(Said(dialog, "Next state")).ToHaveTextAsync("Ship");
        await Expect(Text(dialog, "After Parameters")).ToContainTextAsync("paymentProcessing");
        await Expect(Text(dialog, "Output of the test")).ToContainTextAsync("paid");

        await ChooseAsync(dialog, "Work of the state", "A mocked error");
        await dialog.GetByLabel("Error", new() { Exact = true }).FillAsync("PaymentDeclined");
        await dialog.GetByLabel("Cause – optional").FillAsync("The card is stolen.");
        await ChooseAsync(dialog, "Inspection level", "TRACE");
        await dialog.GetByLabel("Reveal secrets").CheckAsync();
        await Button(dialog, "Start test").ClickAsync();
        await Expect(Said(dialog, "Status")).ToHaveTextAsync("Failed");
        await Expect(Said(dialog, "Error")).ToHaveTextAsync("PaymentDeclined");
        await Expect(dialog.GetByText("The card is stolen.").Last).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_step_that_happened_is_tested_with_its_own_data_and_without_doing_its_work_again() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "Retested", Machines.OrderDesk, "declined", Machines.Order("order-8", "DECLINED")));
        await Button(page, "Show step detail").ClickAsync();
        await Button(page, "Test state").ClickAsync();

        await Expect(Text(dialog, "Input of the state")).ToContainTextAsync("order-8");
        await Expect(dialog.GetByLabel("Error", new() { Exact = true })).ToHaveValueAsync("PaymentDeclined");
        await Button(dialog, "Start test").ClickAsync();
        await Expect(Said(dialog, "Status")).ToHaveTextAsync("Failed");
        await Expect(Text(dialog, "After Parameters")).ToContainTextAsync("order-8");
        await Button(dialog, "Close").ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
    });

    [BrowserFact]
    public async Task Who_may_not_test_states_is_told_why()
    {
        var key = await served.MakeKeyAsync("otto", "operator");
        await browser.WalkAsync(served, async visit =>
        {
            await visit.OpenAsync("/machines/OrderProcessing?tab=definition");
            await Expect(Button(visit.Page, "Test state")).ToHaveAccessibleDescriptionAsync("This needs the role author; otto has operator.");
        }, key: key);
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Button(ILocator place, string name) => place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Text(ILocator place, string label) => place.GetByRole(AriaRole.Textbox, new() { Name = label, Exact = true });

    // The value beside a label in a list of details.
    private static ILocator Said(ILocator place, string label) => place.Locator("dt").Filter(new() { HasTextString = label }).Locator("xpath=following-sibling::dd");

    private static async Task ChooseAsync(ILocator dialog, string label, string option)
    {
        await dialog.GetByLabel(label).ClickAsync();
        await dialog.Page.GetByRole(AriaRole.Option).Filter(new() { HasTextString = option }).ClickAsync();
    }
}
