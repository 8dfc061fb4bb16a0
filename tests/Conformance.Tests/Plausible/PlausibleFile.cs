using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Plausible;

/// <summary>The text of a file of items, in the form that a reader expects.</summary>
internal static class PlausibleFile
{
    private const string InventoryFile = "inventory-1.csv";

    /// <summary>The text.</summary>
    /// <param name="form">The <c>ReaderConfig</c>.</param>
    /// <param name="path">What the file is called.</param>
    /// <param name="items">What is in it.</param>
    public static string Of(JsonObject form, string path, IReadOnlyList<Json> items) => form.Text("InputType") switch
    {
        "MANIFEST" when !path.EndsWith(InventoryFile, StringComparison.Ordinal) => Manifest(form),
        "JSON" => Pointed(form.Text("ItemsPointer"), JsonArray.Of(items)).ToString(),
        "JSONL" => string.Join('\n', items),
        _ => Csv(items),
    };

    private static string Manifest(JsonObject form) => JsonObject.Of(
        ("fileFormat", Json.Of("CSV")),
        ("fileSchema", Json.Of(form.Text("ManifestType") ?? "Bucket, Key")),
        ("files", JsonArray.Of(JsonObject.Of(("key", Json.Of(InventoryFile)))))).ToString();

    private static Json Pointed(string? pointer, Json items) =>
        (pointer ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse().Aggregate(items, (inner, name) => JsonObject.Of((name, inner)));

    private static string Csv(IReadOnlyList<Json> items)
    {
        var rows = items.OfType<JsonObject>().ToArray();
        string[] names = rows.Length == 0 ? ["Bucket", "Key"] : [.. rows[0].Names];
        return string.Join('\n', new[] { names.Select(Quoted) }.Concat(rows.Select(row => names.Select(name => Quoted(TextOf(row[name]))))).Select(cells => string.Join(',', cells)));
    }

    private static string TextOf(Json? value) => value is JsonString text ? text.Value : value?.ToString() ?? "";

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
