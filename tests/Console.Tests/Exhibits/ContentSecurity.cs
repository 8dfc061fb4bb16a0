using TaskOrchestration.Console.Tests.Stage;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>Opens every page on a server whose every text would run, were it taken for markup. That nothing leaves the origin and no policy is violated, every walk looks at.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ContentSecurity(ConsoleBrowser browser, Exhibitions exhibitions)
{
    /// <summary>Pages that show texts of users before anybody has clicked.</summary>
    private static readonly string[] Showing = ["edit-machine", "versions", "aliases", "failed-execution", "test-state", "bundle", "subscription", "tasks", "task", "orders", "order", "transaction", "schedule", "edit-schedule", "keys", "audit"];

    private const string IsShown = "(poison) => document.body.innerText.includes(poison) || [...document.querySelectorAll('input, textarea')].some((field) => field.value.includes(poison))";

    [BrowserTheory]
    [MemberData(nameof(Exhibition.Names), MemberType = typeof(Exhibition))]
    public async Task No_text_of_a_user_becomes_an_element(string name)
    {
        var served = await exhibitions.PoisonedAsync();
        await browser.WalkAsync(served, async visit =>
        {
            await served[name].OpenAsync(visit);
            if (Showing.Contains(name))
            {
                await visit.Page.WaitForFunctionAsync(IsShown, Exhibitions.Poison[..10]);
            }

            var (elements, hasRun) = (
                await visit.Page.Locator("img[onerror], img[src='x']").CountAsync(),
                await visit.Page.EvaluateAsync<bool>("() => 'poisoned' in window"));
            Assert.Equal((0, false), (elements, hasRun));
        }, key: name == "sign-in" ? "" : null, name: $"poisoned-{name}");
    }
}
