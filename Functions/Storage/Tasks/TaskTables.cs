namespace TaskOrchestration.Functions.Storage.Tasks;

/// <summary>What the tables of tasks are called.</summary>
internal static class TaskTables
{
    public const string Tasks = "tasks";
    public const string Index = "taskindex";
}
