using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using static Microsoft.Playwright.Assertions;

namespace TaskOrchestration.Console.Tests.Walks;

[Collection(ConsoleTests.Name)]
public sealed partial class SubscriptionTests(ConsoleBrowser browser, SubscribedConsole served) : IClassFixture<SubscribedConsole>
{
    [BrowserFact]
    public Task An_event_that_was_given_up_says_why_and_is_delivered_after_all() => browser.WalkAsync(served, async visit =>
    {
        await Machines.RunAsync(served.Client, "Told", """{"StartAt":"Only","States":{"Only":{"Type":"Pass","End":true}}}""", "one", "{}");
        var page = visit.Page;
        await visit.OpenAsync("/alerts");
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Event subscriptions" }).ClickAsync();
        var subscriptions = page.GetByRole(AriaRole.Table, new() { Name = "Event subscriptions" });
        await Expect(Row(subscriptions, "archive")).ToContainTextAsync("Delivering");
        await Expect(Row(subscriptions, "billing")).ToContainTextAsync("status 410");
        await subscriptions.GetByRole(AriaRole.Link, new() { Name = "billing" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("billing");
        var givenUp = page.GetByRole(AriaRole.Table, new() { Name = "Events that were given up" });
        await Expect(Row(givenUp, "Told / one")).ToContainTextAsync(GoneAtOnce());
        var deliver = page.GetByRole(AriaRole.Button, new() { Name = "Deliver after all" });
        await Expect(deliver).ToHaveAccessibleDescriptionAsync("Choose events first.");

        served.Receiver.Answer = HttpStatusCode.NoContent;
        await givenUp.GetByRole(AriaRole.Checkbox, new() { Name = "Choose all of this page" }).CheckAsync(new() { Force = true });
        await deliver.ClickAsync();
        await Expect(page.GetByText("The event waits to be delivered").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Nothing was given up.").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Delivering").First).ToBeVisibleAsync();
    });

    [BrowserFact]
    public async Task A_viewer_sees_the_subscriptions_and_why_they_may_not_redeliver()
    {
        var key = await served.MakeKeyAsync("vera", "viewer");
        await browser.WalkAsync(served, async visit =>
        {
            await visit.OpenAsync("/event-subscriptions/archive");
            await Expect(visit.Page.GetByText("queue executions.fifo").First).ToBeVisibleAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Deliver after all" })).ToHaveAccessibleDescriptionAsync("This needs the role operator; vera has viewer.");
        }, key: key);
    }

    [BrowserFact]
    public Task A_subscription_that_is_not_there_any_more_says_so() => browser.WalkAsync(served, async visit =>
    {
        await visit.OpenAsync("/event-subscriptions/rules%2Fgone");
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("rules/gone");
        await Expect(visit.Page.GetByText("There is no such subscription in the settings").First).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Nothing was given up.").First).ToBeVisibleAsync();
    });

    private static ILocator Row(ILocator table, string text) => table.GetByRole(AriaRole.Row).Filter(new() { HasTextString = text });

    [GeneratedRegex("SUCCEEDED.*status 410.*1")]
    private static partial Regex GoneAtOnce();
}
