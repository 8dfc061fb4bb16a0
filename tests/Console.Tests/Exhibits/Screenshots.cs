using Microsoft.Playwright;
using TaskOrchestration.Console.Tests.Stage;
using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Exhibits;

/// <summary>Takes a picture of every page, light and dark, at a desk and on a phone: artifacts/screenshots/PAGE-THEME-WIDTH.png.</summary>
[Collection(ConsoleTests.Name)]
public sealed class Screenshots(ConsoleBrowser browser, Exhibitions exhibitions)
{
    [BrowserTheory]
    [MemberData(nameof(Exhibition.Names), MemberType = typeof(Exhibition))]
    public async Task A_page_fits_its_window_in_every_view(string name)
    {
        var served = await exhibitions.PlainAsync();
        await browser.WalkAsync(served, async visit =>
        {
            await visit.OpenAsync(served[name].Path);
            foreach (var view in View.All)
            {
                await visit.LookAsync(view);
                await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.PathOf("artifacts", "screenshots", $"{name}-{view.Name}.png") });
                var isTooWide = await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
                Assert.False(isTooWide, $"{name} is wider than a window of {view.Width} pixels");
            }
        }, key: name == "sign-in" ? "" : null, name: $"screenshot-{name}");
    }
}
