using Microsoft.Playwright;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>How a person looks at the console.</summary>
/// <param name="Width">How wide the window is, in CSS pixels.</param>
/// <param name="Height">How high.</param>
/// <param name="IsDark">Whether their system is dark.</param>
public sealed record View(int Width, int Height, bool IsDark)
{
    /// <summary>At a desk.</summary>
    public static View Desk { get; } = new(1440, 900, IsDark: false);

    /// <summary>On a phone.</summary>
    public static View Phone { get; } = new(390, 844, IsDark: false);

    /// <summary>All there are.</summary>
    public static IReadOnlyList<View> All { get; } = [Desk, Desk with { IsDark = true }, Phone, Phone with { IsDark = true }];

    /// <summary>What its screenshots are called by: theme and width.</summary>
    public string Name => $"{(IsDark ? "dark" : "light")}-{Width}";

    /// <summary>A browser's settings for it.</summary>
    public BrowserNewContextOptions Options(Uri server) => new()
    {
        BaseURL = server.ToString(),
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = "en-GB",
        TimezoneId = "UTC",
        ReducedMotion = ReducedMotion.Reduce,
        AcceptDownloads = true,
    };
}
