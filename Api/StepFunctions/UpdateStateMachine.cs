using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Changes a machine. Executions that run keep what they began with.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_UpdateStateMachine.html">UpdateStateMachine</seealso>
internal sealed class UpdateStateMachine(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(UpdateStateMachine);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (arn, change, publishes) = Read(new RequestFields(request));
        var updated = await catalog.UpdateAsync(arn, change, cancellationToken);
        var version = publishes.Publish ? await catalog.Versions.PublishAsync(updated, publishes.Description, cancellationToken) : null;
        return new JsonObjectBuilder(3)
            .Set("updateDate", EpochSeconds.Of(updated.UpdateDate))
            .SetIfPresent("revisionId", updated.RevisionId)
            .SetIfPresent("stateMachineVersionArn", version is null ? null : QualifiedArn.OfVersion(arn, version.Number))
            .Build();
    }

    private static (string Arn, StateMachineChange Change, Versioning Publishes) Read(RequestFields fields)
    {
        var arn = fields.ArnText("stateMachineArn");
        var definition = fields.OptionalText("definition", 1, Bounds.Definition, secret: true);
        var role = fields.OptionalText("roleArn", 1, Bounds.Arn);
        var publishes = Versioning.Read(fields);
        var configuration = Configuration.Read(fields);
        fields.Check();

        Arn.OfStateMachine(arn);
        publishes.Check();
        if (definition is null && role is null && configuration.IsEmpty)
        {
            throw AwsErrors.MissingRequiredParameter(
                "Either the definition, the role ARN, the LoggingConfiguration, the TracingConfiguration, or the EncryptionConfiguration must be specified");
        }

        configuration.Check();
        return (arn, new StateMachineChange
        {
            Definition = definition,
            RoleArn = role is null ? null : Arn.OfRole(role),
            LoggingConfiguration = configuration.Logging,
            TracingConfiguration = configuration.Tracing,
            EncryptionConfiguration = configuration.Encryption,
            IsPublished = publishes.Publish,
        }, publishes);
    }
}
