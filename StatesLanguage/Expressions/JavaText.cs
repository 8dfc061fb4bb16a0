using System.Text;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Expressions;

/// <summary>
/// Values as the service prints them inside texts: <c>{Id=7, Tags=[a, b]}</c>. It shows in the output of <c>States.Format</c> and in causes.
/// </summary>
internal static class JavaText
{
    public static string Of(Json value) => value switch
    {
        JsonString text => text.Value,
        JsonObject or JsonArray => Append(new StringBuilder(), value).ToString(),
        _ => value.ToString(),
    };

    public static StringBuilder Append(StringBuilder target, Json value) => value switch
    {
        JsonString text => target.Append(text.Value),
        JsonObject o => AppendMembers(target, o),
        JsonArray a => AppendItems(target, a),
        _ => target.Append(value),
    };

    private static StringBuilder AppendMembers(StringBuilder target, JsonObject members)
    {
        target.Append('{');
        for (var i = 0; i < members.Count; i++)
        {
            target.Append(i == 0 ? "" : ", ").Append(members.Names[i]).Append('=');
            Append(target, members.Values[i]);
        }

        return target.Append('}');
    }

    private static StringBuilder AppendItems(StringBuilder target, JsonArray items)
    {
        target.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            target.Append(i == 0 ? "" : ", ");
            Append(target, items[i]);
        }

        return target.Append(']');
    }
}
