using Azure.Data.Tables;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Storage.Catalog;

/// <summary>A machine as an entity, apart from its definition.</summary>
internal static class MachineEntity
{
    /// <summary>The property that says which revision it is.</summary>
    public const string Revision = "Revision";

    /// <summary>The property that says in how many entities of their own the pieces of the definition are; none if it is in this one.</summary>
    public const string Pieces = "Pieces";

    /// <summary>The property, or properties, of the definition or of a piece of it.</summary>
    public const string Definition = "Definition";

    private const string Logging = "Logging";
    private const string Tracing = "Tracing";
    private const string Encryption = "Encryption";

    public static TableEntity Write(string partitionKey, string rowKey, StateMachineRecord machine, int pieces)
    {
        var entity = new TableEntity(partitionKey, rowKey)
        {
            ["Arn"] = machine.Arn,
            ["Name"] = machine.Name,
            ["Type"] = machine.Type.ToString(),
            ["RoleArn"] = machine.RoleArn,
            ["CreationDate"] = machine.CreationDate.ToUniversalTime(),
            ["UpdateDate"] = machine.UpdateDate.ToUniversalTime(),
            [Revision] = machine.Revision,
            ["Status"] = machine.Status.ToString(),
            [Pieces] = pieces,
        };
        if (machine.RevisionId is { } id)
        {
            entity["RevisionId"] = id;
        }

        entity.SetText(Logging, machine.LoggingConfiguration?.ToString());
        entity.SetText(Tracing, machine.TracingConfiguration?.ToString());
        entity.SetText(Encryption, machine.EncryptionConfiguration?.ToString());
        if (pieces == 0)
        {
            entity.SetText(Definition, machine.Definition);
        }

        return entity;
    }

    public static StateMachineRecord Read(TableEntity entity, string definition) => new()
    {
        Arn = entity.GetString("Arn"),
        Name = entity.GetString("Name"),
        Type = Enum.Parse<StateMachineType>(entity.GetString("Type")),
        Definition = definition,
        RoleArn = entity.GetString("RoleArn"),
        CreationDate = entity.GetDateTimeOffset("CreationDate")!.Value,
        UpdateDate = entity.GetDateTimeOffset("UpdateDate")!.Value,
        RevisionId = entity.GetString("RevisionId"),
        Revision = entity.GetInt64(Revision)!.Value,
        Status = Enum.Parse<StateMachineStatus>(entity.GetString("Status")),
        LoggingConfiguration = Value(entity, Logging),
        TracingConfiguration = Value(entity, Tracing),
        EncryptionConfiguration = Value(entity, Encryption),
    };

    private static Json? Value(TableEntity entity, string name) => entity.FindText(name) is { } text ? Json.Parse(text) : null;
}
