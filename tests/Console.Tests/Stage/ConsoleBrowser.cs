using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using TaskOrchestration.Support;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>One browser for all tests.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    // How long a page may take to show what is waited for: generous, for all tests share two cores.
    internal const float Patience = 20_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Walks through the console as a person would, signed in as an admin unless it says otherwise.</summary>
    /// <remarks>What the walk leaves open is closed. If it fails, what the page looked like is in artifacts/console-tests, under the test's name.</remarks>
    /// <param name="served">The server.</param>
    /// <param name="walk">The walk.</param>
    /// <param name="view">How the person looks at it; at a desk if nothing is said.</param>
    /// <param name="key">With whose key they are signed in (<c>ID.SECRET</c>); the admin's if nothing is said, nobody's if it is empty.</param>
    /// <param name="name">What its screenshot is called should it fail.</param>
    public async Task WalkAsync(ServedConsole served, Func<Visit, Task> walk, View? view = null, string? key = null, [CallerMemberName] string name = "")
    {
        await using var visit = await VisitAsync(served, view ?? View.Desk, key);
        try
        {
            await walk(visit);
            Assert.Empty(visit.Failures);
        }
        catch (Exception e)
        {
            var file = Repository.PathOf("artifacts", "console-tests", $"{name}.png");
            await visit.Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
            throw new InvalidOperationException($"{e.Message}\nThe page was {visit.Page.Url}; what it looked like is in {file}.\n{string.Join('\n', visit.Failures)}", e);
        }
    }

    /// <summary>A window of its own, signed in.</summary>
    public async Task<Visit> VisitAsync(ServedConsole served, View view, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(served);
        ArgumentNullException.ThrowIfNull(view);
        var context = await (_browser ?? throw new InvalidOperationException("There is no browser.")).NewContextAsync(view.Options(served.Address));
        context.SetDefaultTimeout(Patience);
        if (key is not "")
        {
            await SignInAsync(context, key ?? served.Key);
        }

        return await Visit.BeginAsync(context, served.Address);
    }

    /// <inheritdoc/>
    public async Task InitializeAsync()
    {
        if (Ground.Obstacle is not null)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Ground.Chromium,
            // Inside a container there is no user namespace to build the sandbox from; only this server's own pages are opened.
            Args = ["--no-sandbox", "--disable-dev-shm-usage"],
        });
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static async Task SignInAsync(IBrowserContext context, string key)
    {
        var halves = key.Split('.', 2);
        var answer = await context.APIRequest.PostAsync("/api/v1/sessions", new APIRequestContextOptions { DataObject = new { keyId = halves[0], secret = halves[1] } });
        Assert.Equal(201, answer.Status);
    }
}
