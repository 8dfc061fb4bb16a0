using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class FailedOrderTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task A_failed_order_says_why_and_goes_on_to_success_once_the_cause_is_mended() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;

        // The gateway is out of reach for the first try, and back for the next.
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "OrderDesk", Machines.OrderDesk, "order-1", Machines.Order("order-1", "UNAVAILABLE-1")));
        await Expect(page.GetByText("Execution failed: TransientFailure").First).ToBeVisibleAsync();
        await Expect(page.GetByText("The payment gateway cannot be reached.").First).ToBeVisibleAsync();
        await Expect(page.Locator("[data-state='Pay']")).ToHaveAttributeAsync("data-status", "failed");
        await Expect(page.Locator("[data-state='Ship']")).ToHaveAttributeAsync("data-status", "notStarted");

        await page.GetByRole(AriaRole.Button, new() { Name = "Show step detail" }).ClickAsync();
        await page.GetByRole(AriaRole.Tablist, new() { Name = "About Pay" }).GetByRole(AriaRole.Tab, new() { Name = "Details" }).ClickAsync();
        await Expect(page.GetByText("lambda:invoke").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Redrive" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Redrive execution" }).ClickAsync();

        await Expect(page.Locator("[data-state='Ship']")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.Locator("[data-state='Pay']")).ToHaveAttributeAsync("data-status", "succeeded");
        await Expect(page.GetByText("Execution failed: TransientFailure")).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Actions" }).ClickAsync();
        var redrive = page.GetByRole(AriaRole.Menuitem, new() { Name = "Redrive" });
        await Expect(redrive).ToHaveAttributeAsync("aria-disabled", "true");
        await redrive.HoverAsync();
        await Expect(page.GetByText("Execution is SUCCEEDED and cannot be redriven").First).ToBeAttachedAsync();
    });

    [BrowserFact]
    public Task A_declined_order_is_placed_anew_with_another_card() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync(await Machines.RunAsync(served.Client, "OrderDesk", Machines.OrderDesk, "order-2", Machines.Order("order-2", "DECLINED")));
        await Expect(page.GetByText("Execution failed: PaymentDeclined").First).ToBeVisibleAsync();
        await Expect(page.GetByText("(do_not_honor)").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New execution" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "New execution" });
        var input = dialog.GetByRole(AriaRole.Textbox, new() { Name = "Input" });
        await Expect(input).ToContainTextAsync("DECLINED");
        await page.WriteAsync(input, Machines.Order("order-3", "card-ending-4242").ReplaceLineEndings(""));
        await dialog.GetByLabel("Name – optional").FillAsync("order-3");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Start execution" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("order-3");
        await Expect(page.Locator("[data-state='Ship']")).ToHaveAttributeAsync("data-status", "succeeded");
    });
}
