namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>Definitions of one state, spelled short.</summary>
internal static class Machines
{
    /// <summary>A machine of one state <c>S</c> with these fields.</summary>
    public static string Of(string fields) => $$$$"""{"StartAt":"S","States":{"S":{{{{{fields}}}}}}}""";

    /// <summary>A machine of one Task <c>S</c> on a function, and a Pass <c>Caught</c> where the fields lead there.</summary>
    public static string Task(string fields, string resource = "arn:aws:lambda:us-east-1:123456789012:function:f")
    {
        var caught = fields.Contains("Caught", StringComparison.Ordinal) ? ",\"Caught\":{\"Type\":\"Pass\",\"End\":true}" : "";
        return $$$$"""{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"{{{{resource}}}}",{{{{fields}}}}}{{{{caught}}}}}}""";
    }
}
