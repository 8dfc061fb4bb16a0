using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of a JSON file: those of the array that it is, or of the one a JSON pointer leads to.</summary>
internal static class JsonItems
{
    /// <summary>AWS's words for a file that holds no array.</summary>
    private const string NoArray = "Attempting to map over non-iterable node.";

    /// <summary>The items, one by one. The array is read no further than they are asked for.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="pointer">Where in it the array is, as a JSON pointer; null or empty for the whole file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<Json> ReadAsync(Stream stream, string? pointer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var tokens = new JsonTokens(stream);
        await Understood(FindAsync(tokens, pointer ?? "", cancellationToken));
        while (await Understood(tokens.ValueAsync(cancellationToken)) is { } item)
        {
            yield return item;
        }
    }

    private static async ValueTask<bool> FindAsync(JsonTokens tokens, string pointer, CancellationToken cancellationToken)
    {
        foreach (var step in Steps(pointer))
        {
            await tokens.ReadAsync(cancellationToken);
            var isThere = tokens.Type switch
            {
                JsonTokenType.StartObject => await IsMemberFoundAsync(tokens, step, cancellationToken),
                JsonTokenType.StartArray => await IsItemFoundAsync(tokens, step, cancellationToken),
                _ => false,
            };
            if (!isThere)
            {
                throw new ItemReaderException($"Expected an array at the ItemsPointer '{pointer}', found nothing at '{step}'.");
            }
        }

        await tokens.ReadAsync(cancellationToken);
        return tokens.Type == JsonTokenType.StartArray ? true : throw new ItemReaderException(NoArray);
    }

    private static IEnumerable<string> Steps(string pointer) => pointer switch
    {
        "" => [],
        _ when pointer.StartsWith('/') => pointer[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
        _ => throw new ItemReaderException($"Expected an ItemsPointer that begins with '/', found '{pointer}'."),
    };

    private static async ValueTask<bool> IsMemberFoundAsync(JsonTokens tokens, string name, CancellationToken cancellationToken)
    {
        while (true)
        {
            await tokens.ReadAsync(cancellationToken);
            if (tokens.Type != JsonTokenType.PropertyName || tokens.Name == name)
            {
                return tokens.Type == JsonTokenType.PropertyName;
            }

            await tokens.SkipAsync(cancellationToken);
        }
    }

    private static async ValueTask<bool> IsItemFoundAsync(JsonTokens tokens, string step, CancellationToken cancellationToken)
    {
        if (!int.TryParse(step, out var index) || index < 0)
        {
            return false;
        }

        var depth = tokens.Depth;
        for (var passed = 0; passed < index; passed++)
        {
            await tokens.SkipAsync(cancellationToken);
            if (tokens.Type == JsonTokenType.EndArray && tokens.Depth == depth)
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<T> Understood<T>(ValueTask<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (JsonException e)
        {
            throw new ItemReaderException($"Expected JSON, found something else at line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.", e);
        }
        catch (JsonSyntaxException e)
        {
            throw new ItemReaderException($"Expected JSON, found an item that is none: {e.Message}", e);
        }
    }
}
