using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Parsing.Fields;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Validation;

/// <summary>Express machines neither wait for jobs and callbacks nor use activities, and have no Map Runs.</summary>
internal static class ExpressResources
{
    public static void Check(PlacedGraph placed, ProblemList problems)
    {
        foreach (var task in placed.Graph.States.OfType<TaskState>())
        {
            if (Objection(TaskResource.Parse(task.Resource)) is { } objection)
            {
                problems.Add(ProblemCode.Schema, objection, placed.PlaceOf(task).Member("Resource"));
            }
        }

        foreach (var map in placed.Graph.States.OfType<MapState>().Where(map => map.Distribution is not null))
        {
            problems.Add(
                ProblemCode.Schema,
                "Express state machine does not support Map state with the Mode 'DISTRIBUTED'",
                placed.PlaceOf(map).Member(map.UsesIterator ? "Iterator" : "ItemProcessor").Member("ProcessorConfig").Member("Mode"));
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
