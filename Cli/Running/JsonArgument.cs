using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Cli.Running;

/// <summary>A JSON value on the command line: the text itself, or <c>@FILE</c>, or <c>@-</c> for standard input.</summary>
public static class JsonArgument
{
    /// <summary>Reads it.</summary>
    /// <param name="text">The argument.</param>
    /// <param name="what">What it is for, to begin a message with.</param>
    /// <exception cref="FormatException">It is not JSON, or the file cannot be read.</exception>
    public static Json Read(string text, string what)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return Json.Parse(text.StartsWith('@') ? ReadFile(text[1..]) : text);
        }
        catch (JsonSyntaxException e)
        {
            throw new FormatException($"{what} is not JSON: line {e.Line}, column {e.Column}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{what} cannot be read: {e.Message}", e);
        }
    }

    private static string ReadFile(string name) => name == "-" ? Console.In.ReadToEnd() : File.ReadAllText(name);
}
