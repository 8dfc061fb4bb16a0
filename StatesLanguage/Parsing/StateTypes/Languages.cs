using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.StateTypes;

/// <summary>Reads <c>QueryLanguage</c> fields.</summary>
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

    private static QueryLanguage? Read(FieldReader reader) => reader.OneOf(Name, "JSONPath", "JSONata") switch
    {
        "JSONPath" => QueryLanguage.JsonPath,
        "JSONata" => QueryLanguage.Jsonata,
        _ => null,
    };
}
