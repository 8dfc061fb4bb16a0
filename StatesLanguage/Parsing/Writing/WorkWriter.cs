using System.Diagnostics;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes Task, Parallel and Map.</summary>
internal static class WorkWriter
{
    public static void Write(WorkState work, QueryLanguage machineLanguage, JsonObjectBuilder fields)
    {
        TemplateWriter.Write(work.Arguments, work.QueryLanguage == QueryLanguage.Jsonata ? "Arguments" : "Parameters", fields);
        switch (work)
        {
            case TaskState task:
                WriteTask(task, fields);
                break;
            case ParallelState parallel:
                fields.Set("Branches", JsonArray.Of(parallel.Branches.Select(branch => GraphWriter.Write(branch, machineLanguage))));
                break;
            case MapState map:
                WriteMap(map, machineLanguage, fields);
                break;
            default:
                throw new UnreachableException($"expected a Task, Parallel or Map, found {work.GetType()}");
        }

        TemplateWriter.Write(work.ResultSelector, "ResultSelector", fields);
        PathWriter.Write(work.ResultPath, fields);
        FailureWriter.Write(work.Retry, fields);
        FailureWriter.Write(work.Catch, fields);
    }

    private static void WriteTask(TaskState task, JsonObjectBuilder fields)
    {
        fields.Set("Resource", Json.Of(task.Resource));
        TemplateWriter.WriteEither(task.TimeoutSeconds, "TimeoutSeconds", fields);
        TemplateWriter.WriteEither(task.HeartbeatSeconds, "HeartbeatSeconds", fields);
        TemplateWriter.Write(task.Credentials, "Credentials", fields);
    }

    private static void WriteMap(MapState map, QueryLanguage machineLanguage, JsonObjectBuilder fields)
    {
        TemplateWriter.Write(map.Items, map.QueryLanguage == QueryLanguage.Jsonata ? "Items" : "ItemsPath", fields);
        TemplateWriter.Write(map.ItemSelector, map.UsesParameters ? "Parameters" : "ItemSelector", fields);
        var processor = new JsonObjectBuilder();
        DistributionWriter.WriteMode(map.Distribution, processor);
        GraphWriter.Write(map.ItemProcessor, machineLanguage, processor);
        fields.Set(map.UsesIterator ? "Iterator" : "ItemProcessor", processor.Build());
        DistributionWriter.Write(map, fields);
        TemplateWriter.WriteEither(map.MaxConcurrency, "MaxConcurrency", fields);
        TemplateWriter.WriteEither(map.ToleratedFailureCount, "ToleratedFailureCount", fields);
        TemplateWriter.WriteEither(map.ToleratedFailurePercentage, "ToleratedFailurePercentage", fields);
    }
}
