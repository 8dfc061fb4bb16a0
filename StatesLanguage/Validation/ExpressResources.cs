using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Express machines, and the Express children of DISTRIBUTED Maps, neither wait for jobs and callbacks nor use activities, nor have DISTRIBUTED Maps themselves.</summary>
internal static class ExpressResources
{
    public static void Check(PlacedGraph placed, StateMachineType type, ProblemList problems)
    {
        if (placed.TypeWithin(type) != StateMachineType.Express)
        {
            return;
        }

        foreach (var state in placed.Graph.States)
        {
            if (state is TaskState task && Objection(TaskResource.Parse(task.Resource)) is { } objection)
            {
                problems.Add(ProblemCode.Schema, objection, placed.PlaceOf(task).Member("Resource"));
            }
            else if (state is MapState { Distribution: not null } map)
            {
                problems.Add(ProblemCode.Schema, "Express state machine does not support Map states of the Mode 'DISTRIBUTED'", placed.PlaceOf(map));
            }
        }
    }

    private static string? Objection(TaskResource resource) => resource switch
    {
        TaskResource.Activity => "Express state machine does not support Activity ARN",
        TaskResource.Integration { Pattern: not IntegrationPattern.RequestResponse } integration =>
            // AWS's own text ends in a space.
            $"Express state machine does not support '{Suffix(integration.Pattern)}' service integration ",
        _ => null,
    };

    private static string Suffix(IntegrationPattern pattern) => pattern switch
    {
        IntegrationPattern.WaitForTaskToken => ".waitForTaskToken",
        IntegrationPattern.Sync2 => ".sync:2",
        _ => ".sync",
    };
}
