using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary>A JSON object as a form, <c>application/x-www-form-urlencoded</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-fields">Fields of HTTP Task</seealso>
internal static class FormEncoding
{
    /// <summary>Writes it.</summary>
    /// <param name="form">The object; what is in it is named <c>outer[inner]</c>.</param>
    /// <param name="arrayFormat"><c>INDICES</c> (<c>a[0]=1</c>), <c>BRACKETS</c> (<c>a[]=1</c>), <c>REPEAT</c> (<c>a=1</c>) or <c>COMMAS</c> (<c>a=1,2</c>).</param>
    public static string Write(JsonObject form, string arrayFormat) =>
        string.Join('&', form.SelectMany(member => Pairs(member.Key, member.Value, arrayFormat)).Select(pair => $"{Uri.EscapeDataString(pair.Name)}={Uri.EscapeDataString(pair.Value)}"));

    private static IEnumerable<(string Name, string Value)> Pairs(string name, Json value, string arrayFormat) => value switch
    {
        JsonObject members => members.SelectMany(member => Pairs($"{name}[{member.Key}]", member.Value, arrayFormat)),
        JsonArray items when arrayFormat == "COMMAS" => [(name, string.Join(',', items.Select(Text)))],
        JsonArray items => items.SelectMany((item, i) => Pairs(arrayFormat switch { "BRACKETS" => $"{name}[]", "REPEAT" => name, _ => $"{name}[{i}]" }, item, arrayFormat)),
        _ => [(name, Text(value))],
    };

    private static string Text(Json value) => value switch
    {
        JsonString text => text.Value,
        JsonNull => "",
        _ => value.ToString(),
    };
}
