using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.Console.Tests.Walks;
using TaskOrchestration.Support;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>Takes the pictures that the README shows: artifacts/screenshots/readme-*.png, to be copied to docs/images.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ReadmePictures(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task The_workflow_of_an_order_in_the_editor_is_one_of_them() => browser.WalkAsync(served, async visit =>
    {
        await visit.OpenAsync("/machines/OrderProcessing/edit");
        await visit.LookAsync(View.Desk with { IsDark = true });
        await Expect(visit.Page.GetByText("No problems.").First).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[data-state='orderConfirmation']")).ToBeVisibleAsync();
        await TakeAsync(visit, "editor");
    });

    [BrowserFact]
    public Task An_order_that_the_carrier_refused_is_one_of_them() => browser.WalkAsync(served, async visit =>
    {
        const string Input = """
            {
              "orderId": "order-20260131",
              "customerId": "customer-2001",
              "items": [{ "sku": "KETTLE", "quantity": 2, "unitPrice": 49.5 }],
              "currency": "EUR",
              "paymentMethod": "card-ending-4242",
              "carrier": "REFUSED"
            }
            """;
        var execution = await served.Client.StartExecutionAsync("arn:aws:states:us-east-1:123456789012:stateMachine:OrderProcessing", "order-20260131", Input);
        await served.Client.DescribeWhenEndedAsync(execution);
        await visit.OpenAsync(Machines.Address(execution));
        await visit.LookAsync(View.Desk with { Height = 1000 });
        await Expect(visit.Page.GetByText("Execution failed: ShippingRefused").First).ToBeVisibleAsync();
        var failed = visit.Page.Locator("[data-state='shippingProcess']");
        await failed.ClickAsync();
        await visit.Page.Locator("[data-state='orderFailed']").ScrollIntoViewIfNeededAsync();
        await visit.SettleAsync();
        await Expect(failed).ToHaveAttributeAsync("data-status", "caughtError");
        await TakeAsync(visit, "execution");
    });

    private static Task TakeAsync(Visit visit, string name) =>
        visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.PathOf("artifacts", "screenshots", $"readme-{name}.png") });
}
