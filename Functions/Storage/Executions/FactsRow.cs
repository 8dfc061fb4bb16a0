using System.Diagnostics;
using Azure.Data.Tables;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Executions;

/// <summary>The rows of facts.</summary>
internal static class FactsRow
{
    /// <summary>Far below the 1 MiB of a row even if nothing shrinks; a fact alone may have as much again.</summary>
    private const int LongestText = 384 * 1024;

    /// <summary>The rows of some facts: as few as can be.</summary>
    /// <param name="keys">The execution.</param>
    /// <param name="from">The place of the first fact.</param>
    /// <param name="before">The digest over all facts before.</param>
    /// <param name="facts">The facts.</param>
    public static IEnumerable<TableEntity> Of(ExecutionKeys keys, int from, string before, IReadOnlyList<Fact> facts)
    {
        List<Json> texts = [];
        var length = 0;
        var chain = before;
        var first = from;
        for (var i = 0; i < facts.Count; i++)
        {
            var text = FactCodec.ToJson(facts[i]);
            if (texts.Count > 0 && length + text.Utf8Length > LongestText)
            {
                yield return Row(keys, first, before, chain, texts);
                (first, before, length) = (from + i, chain, 0);
                texts.Clear();
            }

            texts.Add(text);
            length += text.Utf8Length;
            chain = FactChain.Next(chain, facts[i]);
        }

        if (texts.Count > 0)
        {
            yield return Row(keys, first, before, chain, texts);
        }
    }

    /// <summary>The facts of a row.</summary>
    public static FactRow Read(TableEntity row)
    {
        var facts = Json.Parse(row.FindText("Facts") ?? "") as JsonArray ?? throw new UnreachableException($"expected facts in row {row.RowKey}, found none");
        return new FactRow(row.GetInt32("From") ?? 0, row.GetString("Before"), [.. facts.Select(FactCodec.FromJson)]);
    }

    private static TableEntity Row(ExecutionKeys keys, int from, string before, string after, List<Json> texts)
    {
        var row = new TableEntity(keys.Partition, keys.Facts(from, after)) { ["From"] = from, ["Before"] = before };
        row.SetText("Facts", JsonArray.Of(texts).ToString());
        return row;
    }
}
