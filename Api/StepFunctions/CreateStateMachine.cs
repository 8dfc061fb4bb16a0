using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Creates a machine; the same wish again gives the machine that is there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</seealso>
internal sealed class CreateStateMachine(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(CreateStateMachine);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var (draft, publishes, tags) = Read(new RequestFields(request));
        var created = await catalog.CreateAsync(draft, cancellationToken);

        // Once more where the machine is there already: whoever asks again may do so because the server was killed before it had come this far.
        await catalog.Tags.BeginAsync(created.Arn, created.CreationDate, tags, cancellationToken);
        var version = publishes.Publish ? await PublishAsync(created, publishes.Description, cancellationToken) : null;
        return new JsonObjectBuilder(3)
            .Set("stateMachineArn", Json.Of(created.Arn))
            .Set("creationDate", EpochSeconds.Of(created.CreationDate))
            .SetIfPresent("stateMachineVersionArn", version is null ? null : QualifiedArn.OfVersion(created.Arn, version.Number))
            .Build();
    }

    /// <summary>To ask for the same version in other words is to ask for another machine.</summary>
    private async ValueTask<MachineVersion> PublishAsync(StateMachineRecord created, string? description, CancellationToken cancellationToken)
    {
        var version = await catalog.Versions.PublishAsync(created, description, cancellationToken);
        return version.Description == description ? version : throw AwsErrors.StateMachineAlreadyExists(created.Arn);
    }

    private static (StateMachineDraft Draft, Versioning Publishes, ValueList<ResourceTag> Tags) Read(RequestFields fields)
    {
        var name = fields.Text("name", 1, Bounds.Name);
        var definition = fields.Text("definition", 1, Bounds.Definition, secret: true);
        var role = fields.ArnText("roleArn");
        var type = fields.MachineType();
        var publishes = Versioning.Read(fields);
        var configuration = Configuration.Read(fields);
        var tags = Tags.Read(fields);
        fields.Check();

        ResourceName.Check(name);
        publishes.Check();
        configuration.Check();
        Tags.Check(tags, name);
        var draft = new StateMachineDraft
        {
            Name = name,
            Type = type,
            Definition = definition,
            RoleArn = Arn.OfRole(role),
            LoggingConfiguration = configuration.Logging ?? Configuration.NoLogging,
            TracingConfiguration = configuration.Tracing ?? Configuration.NoTracing,
            EncryptionConfiguration = configuration.Encryption ?? Configuration.OwnedKey,
        };
        return (draft, publishes, tags);
    }
}
