using System.Text.Json;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>Holds every page against axe's rules.</summary>
/// <seealso href="https://github.com/dequelabs/axe-core">axe-core</seealso>
[Collection(ConsoleTests.Name)]
public sealed class Accessibility(ConsoleBrowser browser, Exhibitions exhibitions)
{
    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Repository.PathOf("Web", "node_modules", "axe-core", "axe.min.js")));

    [BrowserTheory]
    [MemberData(nameof(Exhibition.Names), MemberType = typeof(Exhibition))]
    public async Task No_violation_is_serious_or_critical_in_either_theme(string name)
    {
        var served = await exhibitions.PlainAsync();
        await browser.WalkAsync(served, async visit =>
        {
            await served[name].OpenAsync(visit);
            await visit.Page.EvaluateAsync(Axe.Value);
            var found = new List<string>();
            foreach (var view in new[] { View.Desk, View.Desk with { IsDark = true } })
            {
                await visit.LookAsync(view);
                found.AddRange((await ViolationsAsync(visit)).Select(violation => $"{view.Name}: {violation}"));
            }

            Assert.True(found.Count == 0, string.Join('\n', found));
        }, key: name == "sign-in" ? "" : null, name: $"accessibility-{name}");
    }

    private static async Task<IReadOnlyList<string>> ViolationsAsync(Visit visit)
    {
        var results = await visit.Page.EvaluateAsync<JsonElement>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, impact, help, nodes }) => `${impact} ${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.target.join(' ')} (${node.failureSummary})`).join('; ')}`)
            """);
        return [.. results.EnumerateArray().Select(result => result.GetString()!)];
    }
}
