using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed class ThemeTests(ConsoleBrowser browser, ServedConsole served) : IClassFixture<ServedConsole>
{
    private const string IsDark = "() => document.body.classList.contains('awsui-dark-mode')";

    [BrowserFact]
    public Task The_console_is_dark_where_the_system_is_until_somebody_chooses_and_remembers_the_choice() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/keys");
        Assert.True(await page.EvaluateAsync<bool>(IsDark));

        await page.GetByRole(AriaRole.Button, new() { Name = "Theme" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitemcheckbox, new() { Name = "Light" }).ClickAsync();
        await Expect(page.Locator("body.awsui-dark-mode")).ToHaveCountAsync(0);

        await page.ReloadAsync();
        await visit.SettleAsync();
        Assert.False(await page.EvaluateAsync<bool>(IsDark));
    }, View.Desk with { IsDark = true });

    [BrowserFact]
    public Task On_a_phone_the_pages_are_behind_a_button_and_no_page_is_wider_than_the_screen() => browser.WalkAsync(served, async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/keys");
        await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth === 390");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open side navigation" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Alerts" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Alerts (0 firing of 7)");
    }, View.Phone);
}
