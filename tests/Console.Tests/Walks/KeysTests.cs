using System.Text.Json.Nodes;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class KeysTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task A_key_is_made_its_secret_is_shown_once_and_it_opens_nothing_once_it_is_revoked() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await visit.OpenAsync("/keys");

        await page.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        await dialog.GetByLabel("Owner").FillAsync("grace");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create key" }).ClickAsync();
        var secret = await dialog.GetByText("TOAK").Last.TextContentAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();
        await Expect(page.GetByText(secret!)).ToHaveCountAsync(0);

        using var client = new HttpClient { BaseAddress = served.Address };
        client.DefaultRequestHeaders.Add("X-Api-Key", secret);
        Assert.Equal("grace", JsonNode.Parse(await client.GetStringAsync("/api/v1/me"))!["name"]!.GetValue<string>());

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "grace" });
        await row.GetByRole(AriaRole.Radio).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(row.GetByText("Revoked").First).ToBeVisibleAsync();
        Assert.Equal(401, (int)(await client.GetAsync("/api/v1/me")).StatusCode);
    });

    [BrowserFact]
    public Task A_rotated_key_has_a_new_secret_and_says_until_when_the_old_one_is_good() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        var dialog = page.GetByRole(AriaRole.Dialog);
        await served.MakeKeyAsync("hopper");
        await visit.OpenAsync("/keys");

        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "hopper" });
        await row.GetByRole(AriaRole.Radio).CheckAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Rotate" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Rotate" }).ClickAsync();
        await Expect(dialog.GetByText("This is the only time that the secret is shown.").First).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();

        await Expect(row.GetByText("old secret until").First).ToBeVisibleAsync();
    });
}
