using System.Runtime.CompilerServices;
using System.Text.Json;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of a JSON file: the elements of an array or the members of an object, which the file is or a JSON pointer leads to.</summary>
internal static class JsonItems
{
    /// <summary>AWS's words for a file that holds neither an array nor an object.</summary>
    private const string NotIterable = "Attempting to map over non-iterable node.";

    /// <summary>The items, one by one. The file is read no further than they are asked for.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="pointer">Where in it they are, as a JSON pointer; null or empty for the whole file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<MapItem> ReadAsync(Stream stream, string? pointer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var tokens = new JsonTokens(stream);
        var hasMembers = await Understood(FindAsync(tokens, pointer ?? "", cancellationToken)) == JsonTokenType.StartObject;
        while (await Understood(hasMembers ? MemberAsync(tokens, cancellationToken) : ElementAsync(tokens, cancellationToken)) is { } item)
        {
            yield return item;
        }
    }

    private static async ValueTask<MapItem?> ElementAsync(JsonTokens tokens, CancellationToken cancellationToken) =>
        await tokens.ValueAsync(cancellationToken) is { } value ? new MapItem(value) : default(MapItem?);

    private static async ValueTask<MapItem?> MemberAsync(JsonTokens tokens, CancellationToken cancellationToken)
    {
        await tokens.ReadAsync(cancellationToken);
        return tokens.Name is { } name && await tokens.ValueAsync(cancellationToken) is { } value ? new MapItem(value, name) : default(MapItem?);
    }

    /// <summary>Goes to the beginning of the array or the object whose elements or members are the items.</summary>
    private static async ValueTask<JsonTokenType> FindAsync(JsonTokens tokens, string pointer, CancellationToken cancellationToken)
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
                throw new ItemReaderException($"Expected an array or an object at the ItemsPointer '{pointer}', found nothing at '{step}'.");
            }
        }

        await tokens.ReadAsync(cancellationToken);
        return tokens.Type is JsonTokenType.StartArray or JsonTokenType.StartObject ? tokens.Type : throw new ItemReaderException(NotIterable);
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
