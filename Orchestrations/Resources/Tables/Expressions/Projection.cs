using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Tables.Expressions;

/// <summary>The part of an item that some paths lead to.</summary>
internal static class Projection
{
    /// <summary>Reads the parameter; null is the whole item.</summary>
    public static IReadOnlyList<DocumentPath>? Read(string? text, Placeholders placeholders) =>
        text is null ? null : PathReader.ReadList(new ExpressionTokens("ProjectionExpression", text), placeholders);

    /// <summary>What the paths lead to, each thing within what it was in; elements of lists move together.</summary>
    public static JsonObject Of(IReadOnlyList<DocumentPath>? paths, JsonObject item) =>
        paths is null ? item : Members(item, [.. paths.Where(path => path.Find(item) is not null)], 0);

    private static JsonObject Members(JsonObject members, IReadOnlyList<DocumentPath> paths, int at) => JsonObject.Of(
        paths
            .GroupBy(path => path.Steps[at].Name!)
            .Select(group => KeyValuePair.Create(group.Key, Part(members[group.Key]!, [.. group], at))));

    private static Json Part(Json value, IReadOnlyList<DocumentPath> paths, int at)
    {
        if (paths.Any(path => path.Steps.Count == at + 1))
        {
            return value;
        }

        return AttributeValue.ContentOf(value) is JsonArray items
            ? JsonObject.Of(("L", JsonArray.Of(paths.GroupBy(path => path.Steps[at + 1].Index).OrderBy(group => group.Key).Select(group => Part(items[group.Key], [.. group], at + 1)))))
            : JsonObject.Of(("M", Members((JsonObject)AttributeValue.ContentOf(value), paths, at + 1)));
    }
}
