using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>What the two actions that describe a machine have in common.</summary>
internal static class StateMachineJson
{
    /// <summary>Sets the members that say what the machine does and how it is configured.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="withData">Whether the definition is asked for; it is a required member, so an empty one stands in where it is not.</param>
    public static JsonObjectBuilder SetSubstance(this JsonObjectBuilder json, StateMachineRecord machine, bool withData)
    {
        json.Set("stateMachineArn", Json.Of(machine.Version is { } number ? QualifiedArn.OfVersion(machine.Arn, number) : machine.Arn))
            .Set("name", Json.Of(machine.Name))
            .Set("definition", Json.Of(withData ? machine.Definition : "{}"))
            .Set("roleArn", Json.Of(machine.RoleArn))
            .Set("loggingConfiguration", machine.LoggingConfiguration ?? Configuration.NoLogging)
            .Set("tracingConfiguration", machine.TracingConfiguration ?? Configuration.NoTracing)
            .Set("encryptionConfiguration", machine.EncryptionConfiguration ?? Configuration.OwnedKey)
            .SetIfPresent("revisionId", machine.RevisionId);
        if (withData && DefinitionParser.Parse(machine.Definition, isStored: true).Machine is { } parsed && VariableReferences.Of(parsed) is { Count: > 0 } references)
        {
            json.Set("variableReferences", references);
        }

        return json;
    }
}
