using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Tells whole numbers however they are spelled: <c>5</c>, <c>5.0</c>, <c>5e0</c>.</summary>
internal static class Wholeness
{
    public static bool TryGet(JsonNumber number, out long whole)
    {
        if (number.TryGetInteger(out whole))
        {
            return true;
        }

        if (number.Value != Math.Floor(number.Value) || Math.Abs(number.Value) > 1e15)
        {
            return false;
        }

        whole = (long)number.Value;
        return true;
    }
}
