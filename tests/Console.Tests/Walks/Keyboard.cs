using Microsoft.Playwright;

namespace TaskOrchestration.Console.Tests.Walks;

/// <summary>How somebody gets about who uses the keyboard alone.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 150;

    // What a screen reader would call the element that has the focus, as far as these pages need it.
    private const string NameOfFocused = """
        () => {
          const element = document.activeElement;
          const labelledBy = (element?.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
          return element?.getAttribute('aria-label') || labelledBy || element?.labels?.[0]?.textContent || element?.textContent?.trim() || '';
        }
        """;

    /// <summary>Presses the tab key until what has the focus is called by a name that begins like this.</summary>
    public async Task TabToAsync(string name)
    {
        var stops = new List<string>();
        while (stops.Count < MostStops)
        {
            var found = await page.EvaluateAsync<string>(NameOfFocused);
            if (found.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }

            stops.Add(found);
            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"Expected to come to '{name}' with the tab key, came by {string.Join(", ", stops.Select(stop => $"'{stop}'").Distinct())}.");
    }

    /// <summary>Comes to what is called so and presses enter on it.</summary>
    public async Task PressAsync(string name)
    {
        await TabToAsync(name);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Comes to the field that is called so and writes into it.</summary>
    public async Task WriteAsync(string name, string text)
    {
        await TabToAsync(name);
        await page.Keyboard.TypeAsync(text);
    }
}
