namespace TaskOrchestration.StatesLanguage.Tests.Executions;

/// <summary>Definitions of one DISTRIBUTED Map, spelled short.</summary>
internal static class DistributedMaps
{
    /// <summary>A machine of one Map <c>S</c> with these fields, and a Pass <c>Caught</c> where the fields lead there.</summary>
    public static string Of(string fields = "", string executionType = "STANDARD")
    {
        var caught = fields.Contains("Caught", StringComparison.Ordinal) ? ",\"Caught\":{\"Type\":\"Pass\",\"End\":true}" : "";
        var comma = fields.Length > 0 ? "," : "";
        return $$$$$"""
            {"StartAt":"S","States":{"S":{"Type":"Map",{{{{{fields}}}}}{{{{{comma}}}}}"End":true,"ItemProcessor":{
              "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"{{{{{executionType}}}}}"},
              "StartAt":"I","States":{"I":{"Type":"Task","Resource":"f","End":true}}}}{{{{{caught}}}}}}}
            """;
    }
}
