using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads <c>QueryLanguage</c> fields.</summary>
/// <remarks>Like AWS, this takes whatever is not <c>JSONPath</c> for JSONata when it comes to the other fields, and reports it as well.</remarks>
internal static class Languages
{
    private const string Name = "QueryLanguage";

    public static QueryLanguage OfMachine(FieldReader machine) => Read(machine) ?? QueryLanguage.JsonPath;

    public static QueryLanguage OfState(FieldReader state)
    {
        var own = Read(state);
        if (own == QueryLanguage.JsonPath && state.Scope.MachineLanguage == QueryLanguage.Jsonata)
        {
            state.Report("'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine");
        }

        return own ?? state.Scope.MachineLanguage;
    }

    private static QueryLanguage? Read(FieldReader reader)
    {
        reader.OneOf(Name, "JSONPath", "JSONata");
        return reader.Find(Name) switch
        {
            null => null,
            JsonString { Value: "JSONPath" } => QueryLanguage.JsonPath,
            _ => QueryLanguage.Jsonata,
        };
    }
}
