using Microsoft.Playwright;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>The frames that a page draws from a moment on: what shows whether it stays smooth.</summary>
internal sealed class Frames
{
    private const string Watch = """
        () => {
          let last = performance.now();
          window.frames_ = [];
          const watch = () => {
            const now = performance.now();
            window.frames_.push(now - last);
            last = now;
            requestAnimationFrame(watch);
          };
          requestAnimationFrame(watch);
        }
        """;

    private const string Figures = """
        () => {
          const frames = window.frames_.slice(1).sort((a, b) => a - b);
          const sum = frames.reduce((total, frame) => total + frame, 0);
          return `${Math.round(frames.length / sum * 1000)} frames a second, the longest ${Math.round(frames.at(-1))} ms`;
        }
        """;

    private readonly IPage _page;

    private Frames(IPage page) => _page = page;

    /// <summary>Watches a page from now on.</summary>
    public static async Task<Frames> WatchAsync(IPage page)
    {
        await page.EvaluateAsync(Watch);
        return new Frames(page);
    }

    /// <summary>Forgets the frames so far.</summary>
    public Task ForgetAsync() => _page.EvaluateAsync("() => { window.frames_ = []; }");

    /// <summary>How many there were a second, and how long the longest took.</summary>
    public Task<string> DescribeAsync() => _page.EvaluateAsync<string>(Figures);
}
