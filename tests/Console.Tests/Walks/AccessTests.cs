using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed partial class AccessTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public async Task A_viewer_sees_the_buttons_of_what_they_may_not_do_disabled_with_the_reason()
    {
        var key = await served.MakeKeyAsync("vera", "viewer");
        await browser.WalkAsync(served, async visit =>
        {
            var page = visit.Page;
            await visit.OpenAsync("/keys");

            var create = page.GetByRole(AriaRole.Button, new() { Name = "Create key" });
            await Expect(create).ToBeDisabledAsync();
            await Expect(create).ToHaveAccessibleDescriptionAsync("This needs the role admin; vera has viewer.");
        }, key: key);
    }

    [BrowserFact]
    public async Task Whoever_signs_out_is_told_so_and_their_session_opens_nothing_any_more()
    {
        var key = await served.MakeKeyAsync("olga", "operator");
        await browser.WalkAsync(served, async visit =>
        {
            var page = visit.Page;
            await visit.OpenAsync("/tasks");
            await page.GetByRole(AriaRole.Button, new() { Name = "olga" }).ClickAsync();
            await page.GetByRole(AriaRole.Menuitem, new() { Name = "Sign out" }).ClickAsync();

            await Expect(page.GetByText("You are signed out.").First).ToBeVisibleAsync();
            await page.GotoAsync("/tasks");
            await Expect(page).ToHaveURLAsync(SignIn());
        }, key: key);
    }

    [BrowserFact]
    public async Task Whose_key_is_revoked_while_they_work_is_sent_to_the_sign_in_page_with_the_reason()
    {
        var key = await served.MakeKeyAsync("rita", "operator");
        await browser.WalkAsync(served, async visit =>
        {
            var page = visit.Page;
            // A page that does not ask by itself, and so find out before the person does.
            await visit.OpenAsync("/machines");
            using var admin = new HttpClient { BaseAddress = served.Address };
            admin.DefaultRequestHeaders.Add("X-Api-Key", served.Key);
            Assert.True((await admin.DeleteAsync($"/api/v1/keys/{key.Split('.')[0]}")).IsSuccessStatusCode);

            await page.GotoAsync("/orders");
            await Expect(page).ToHaveURLAsync(SignIn());
            await Expect(page.GetByText("The session has ended").First).ToBeVisibleAsync();
        }, key: key);
    }

    [BrowserFact]
    public Task A_wrong_secret_is_refused_in_the_words_of_the_API_with_the_request_id() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Key ID").FillAsync(served.Key.Split('.')[0]);
        await page.GetByLabel("Secret", new() { Exact = true }).FillAsync("not the secret");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.GetByText(RequestId()).First).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(SignIn());
    }, key: "");

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignIn();

    [GeneratedRegex("unauthenticated, request [0-9a-f-]{36}")]
    private static partial Regex RequestId();
}
