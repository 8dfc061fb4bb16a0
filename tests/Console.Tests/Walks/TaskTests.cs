using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class TaskTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task An_order_that_is_too_large_for_anybody_to_place_waits_and_is_shipped_once_approved() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = "New task" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Order" }).ClickAsync();

        // What the API finds wrong stands under the field it means.
        await page.GetByLabel("SKU of line 1").FillAsync("TABLE-OAK");
        await page.GetByLabel("Price of one of line 1").FillAsync("1450.005");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit order" }).ClickAsync();
        await Expect(page.GetByLabel("Customer")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.GetByLabel("Customer")).ToHaveAccessibleDescriptionAsync(Like("Expected 1 to 128 characters, found 0"));
        await page.GetByLabel("Customer").FillAsync("customer-7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit order" }).ClickAsync();
        await Expect(page.GetByLabel("Price of one of line 1")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Price of one of line 1").FillAsync("1450.00");
        await page.GetByLabel("Order id").FillAsync("table-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit order" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Order table-1 of 1450.00 EUR for customer customer-7");
        await Expect(page.GetByText("Waits for a decision.").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("fine by me");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await Expect(page.GetByText("Approved: fine by me").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "History of the task" })).ToContainTextAsync("Succeeded");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Approve" })).ToBeHiddenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "table-1", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Order table-1");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Timeline of the order" })).ToContainTextAsync(Like("Placed.*Paid.*Shipped.*Confirmed"));
    });

    [BrowserFact]
    public Task Files_are_attached_and_come_back_as_they_were_and_what_is_not_taken_is_said() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync($"/tasks/{await PurchaseAsync("attached")}");
        await page.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "offer.txt", MimeType = "text/plain", Buffer = "two lamps, 49.90 each"u8.ToArray() },
            new FilePayload { Name = "rows.csv", MimeType = "text/csv", Buffer = "a,b\n1,2\n"u8.ToArray() },
            new FilePayload { Name = "program.js", MimeType = "text/javascript", Buffer = "alert()"u8.ToArray() },
        ]);

        var files = page.GetByRole(AriaRole.Table, new() { Name = "Attachments" });
        await Expect(files.GetByRole(AriaRole.Link, new() { Name = "Download rows.csv" })).ToBeVisibleAsync();
        await Expect(page.GetByText("found text/javascript").First).ToBeVisibleAsync();
        await Expect(files.GetByText("program.js")).ToBeHiddenAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => files.GetByRole(AriaRole.Link, new() { Name = "Download offer.txt" }).ClickAsync());
        Assert.Equal("offer.txt", download.SuggestedFilename);
        Assert.Equal("two lamps, 49.90 each", await File.ReadAllTextAsync(await download.PathAsync()));

        await files.GetByRole(AriaRole.Button, new() { Name = "Delete rows.csv" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(files.GetByText("rows.csv")).ToBeHiddenAsync();
        await Expect(files.GetByText("offer.txt").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public Task A_task_is_called_off_with_the_keyboard_alone() => browser.WalkAsync(served, async visit =>
    {
        var order = (await served.Rest.PostAsync("orders", "keyboard", """{"title":"A boat","customerId":"customer-7","currency":"EUR","items":[{"sku":"BOAT","unitPrice":"9000.00"}]}""")).OrThrow().Text("id");
        var page = visit.Page;
        var keyboard = new Keyboard(page);
        await visit.OpenAsync("/tasks?status=Waiting&text=boat");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "A boat" })).ToBeVisibleAsync();

        await keyboard.PressAsync("A boat");
        await Expect(page).ToHaveURLAsync(new Uri(served.Address, $"/tasks/{order}").ToString());
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Actions" })).ToBeVisibleAsync();
        await keyboard.PressAsync("Actions");
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Call off" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await keyboard.WriteAsync("Reason", "no longer wanted");
        await keyboard.PressAsync("Call off");

        await Expect(page.GetByText("no longer wanted").First).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "History of the task" })).ToContainTextAsync("Cancelled");
    });

    [BrowserFact]
    public Task Who_edits_a_task_that_somebody_else_has_changed_is_shown_what_it_is_now() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var task = await PurchaseAsync("edited");
        await visit.OpenAsync($"/tasks/{task}");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "History of the task" })).ToContainTextAsync("Succeeded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title").FillAsync("Mine");

        (await served.Rest.PatchAsync($"tasks/{task}", "*", """{"title":"Theirs","priority":"high"}""")).OrThrow();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog.GetByText("The task has been changed in the meantime").First).ToBeVisibleAsync();
        await Expect(dialog.GetByRole(AriaRole.Table, new() { Name = "What has been changed" })).ToContainTextAsync("Theirs");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save on top" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mine");
        Assert.Equal("high", (await served.Rest.GetAsync($"tasks/{task}")).OrThrow().Text("priority"));
    });

    [BrowserFact]
    public Task A_list_of_tasks_is_exported_and_downloaded() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var task = await PurchaseAsync("exported");
        await visit.OpenAsync("/exports");
        await page.GetByRole(AriaRole.Button, new() { Name = "Export tasks" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Text").FillAsync("acct-exported");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync();

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "acct-exported" });
        await Expect(row).ToContainTextAsync("1 task,");
        var download = await page.RunAndWaitForDownloadAsync(() => row.GetByRole(AriaRole.Link, new() { Name = "Download" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{task},purchase,", lines[1], StringComparison.Ordinal);
    });

    [BrowserFact]
    public Task A_filter_is_in_the_address_and_can_be_come_back_to() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await PurchaseAsync("found");
        await visit.OpenAsync("/tasks");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Find tasks" }).FillAsync("acct-found");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(Like("text=acct-found"));
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Tasks" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "What can be done with this filter" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Save filter" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).FillAsync("Of that account");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await visit.OpenAsync("/tasks");
        await page.GetByRole(AriaRole.Button, new() { Name = "Saved filters" }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Of that account" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Like("text=acct-found"));
    });

    private async Task<string> PurchaseAsync(string name)
    {
        var purchase = $$"""{"accountId":"acct-{{name}}","amount":"10.50","currency":"EUR"}""";
        return (await served.Rest.PostAsync("purchases", name, purchase)).OrThrow().Text("id");
    }

    private static Regex Like(string pattern) => new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
