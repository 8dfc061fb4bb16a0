using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes the fields that say where data comes from and goes to.</summary>
internal static class PathWriter
{
    public static void Write(DataPath path, string name, JsonObjectBuilder fields)
    {
        if (path is DataPath.At at)
        {
            fields.Set(name, Json.Of(at.Path.Text));
        }
        else if (path == DataPath.Nothing)
        {
            fields.Set(name, Json.Null);
        }
    }

    public static void Write(ResultTarget target, JsonObjectBuilder fields)
    {
        if (target is ResultTarget.At at)
        {
            fields.Set("ResultPath", Json.Of(at.Path.Text));
        }
        else if (target == ResultTarget.Discard)
        {
            fields.Set("ResultPath", Json.Null);
        }
    }
}
