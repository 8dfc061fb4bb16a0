using Microsoft.Playwright;

namespace TaskOrchestration.Console.Tests.Stage;

/// <summary>Writing into an editor as a person does.</summary>
internal static class TypingExtensions
{
    /// <summary>Replaces what stands in the editor.</summary>
    public static async Task WriteAsync(this IPage page, ILocator editor, string text)
    {
        await editor.ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        // Text that is inserted over a selection takes on its look first, as a style attribute, which the policy refuses. Nobody types like that.
        await page.Keyboard.PressAsync("Delete");
        await page.Keyboard.InsertTextAsync(text);
    }
}
