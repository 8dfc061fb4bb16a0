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
            await served[name].OpenAsync(visit);
            foreach (var view in View.All)
            {
                await visit.LookAsync(view);
                Assert.True(await FitsAsync(visit.Page), $"{name} is wider than a window of {view.Width} pixels");
                await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.PathOf("artifacts", "screenshots", $"{name}-{view.Name}.png") });
            }
        }, key: name == "sign-in" ? "" : null, name: $"screenshot-{name}");
    }

    /// <summary>Whether the page becomes as narrow as its window.</summary>
    private static async Task<bool> FitsAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
