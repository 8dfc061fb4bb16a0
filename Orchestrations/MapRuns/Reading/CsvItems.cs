using System.Runtime.CompilerServices;
using System.Text;
using TaskOrchestration.StatesLanguage.MapRuns;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The items of a CSV file: each row an object of texts.</summary>
internal static class CsvItems
{
    /// <summary>The items, one by one. A row that is short has empty texts at its end; what a row has beyond the headers is left out.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="headers">The names of the columns, or null where the first row has them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async IAsyncEnumerable<MapItem> ReadAsync(
        Stream stream, CsvDelimiter delimiter, IReadOnlyList<string>? headers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var rows = new CsvRows(text, CharacterOf(delimiter));
        var names = headers ?? await rows.ReadAsync(cancellationToken) ?? [];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new ItemReaderException("CSV headers cannot contain duplicates.");
        }

        while (await rows.ReadAsync(cancellationToken) is { } row)
        {
            yield return Item(names, row);
        }
    }

    private static char CharacterOf(CsvDelimiter delimiter) => delimiter switch
    {
        CsvDelimiter.Comma => ',',
        CsvDelimiter.Pipe => '|',
        CsvDelimiter.Semicolon => ';',
        CsvDelimiter.Space => ' ',
        CsvDelimiter.Tab => '\t',
        _ => throw new System.Diagnostics.UnreachableException($"no character for {delimiter}"),
    };

    private static JsonObject Item(IReadOnlyList<string> names, string[] row)
    {
        var item = new JsonObjectBuilder(names.Count);
        for (var column = 0; column < names.Count; column++)
        {
            item.Set(names[column], Json.Of(column < row.Length ? row[column] : ""));
        }

        return item.Build();
    }
}
