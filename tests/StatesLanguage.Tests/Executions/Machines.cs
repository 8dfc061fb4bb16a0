namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>Definitions of one state, spelled short.</summary>
internal static class Machines
{
    /// <summary>A machine of one state <c>S</c> with these fields.</summary>
    public static string Of(string fields) => $$$$"""{"StartAt":"S","States":{"S":{{{{{fields}}}}}}}""";

    /// <summary>A machine of one Task <c>S</c> on a function, and a Pass <c>Caught</c> for its catchers.</summary>
    public static string Task(string fields, string resource = "arn:aws:lambda:us-east-1:123456789012:function:f") =>
        $$$$"""{"StartAt":"S","States":{"S":{"Type":"Task","Resource":"{{{{resource}}}}",{{{{fields}}}}},"Caught":{"Type":"Pass","End":true}}}""";
}
