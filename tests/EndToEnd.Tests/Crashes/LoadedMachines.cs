using TaskOrchestration.StatesLanguage.Values;
using TaskOrchestration.Support.Servers;

namespace TaskOrchestration.EndToEnd.Tests.Crashes;

/// <summary>The machines that are started under load, by their ARNs.</summary>
/// <param name="Waiting">Waits for a moment.</param>
/// <param name="Asking">Has a function <c>desk</c> asked, and waits for the token it is given.</param>
/// <param name="Worked">Has a task of the activity.</param>
/// <param name="Activity">The activity.</param>
internal sealed record LoadedMachines(string Waiting, string Asking, string Worked, string Activity)
{
    /// <summary>The machines.</summary>
    public IEnumerable<string> All => [Waiting, Asking, Worked];

    /// <summary>Makes them.</summary>
    public static async Task<LoadedMachines> CreateAsync(ServerProcess server)
    {
        var activity = ((JsonString)(await server.Client.CallAsync("CreateActivity", JsonObject.Of(("name", Json.Of("work")))))["activityArn"]!).Value;
        return new LoadedMachines(
            await server.Client.CreateStateMachineAsync("waiting", """{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}"""),
            await server.Client.CreateStateMachineAsync(
                "asking",
                """
                {"StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","End":true,
                  "Parameters":{"FunctionName":"desk","Payload":{"token.$":"$$.Task.Token","execution.$":"$$.Execution.Id"}}}}}
                """),
            await server.Client.CreateStateMachineAsync(
                "worked", $$$"""{"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"{{{activity}}}","Parameters":{"execution.$":"$$.Execution.Id"},"End":true} } }"""),
            activity);
    }
}
