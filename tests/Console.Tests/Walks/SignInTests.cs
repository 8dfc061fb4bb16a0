using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class SignInTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    [BrowserFact]
    public Task The_link_that_the_server_prints_opens_the_console_signed_in_and_does_so_once() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await page.GotoAsync(served.SignInLink.ToString());
        await Expect(page).ToHaveURLAsync(new Uri(served.Address, "/").ToString());
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dashboard");

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(served.SignInLink.ToString());
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?reason=link", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
    }, key: "");

    [BrowserFact]
    public Task Whoever_is_not_signed_in_signs_in_with_a_key_and_comes_back_to_the_page_they_wanted() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await page.GotoAsync("/machines");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

        var halves = served.Key.Split('.');
        await page.GetByLabel("Key ID").FillAsync(halves[0]);
        await page.GetByLabel("Secret", new() { Exact = true }).FillAsync(halves[1]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Uri(served.Address, "/machines").ToString());
    }, key: "");
}
