using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Creates a machine; the same wish again gives the machine that is there.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html">CreateStateMachine</seealso>
internal sealed class CreateStateMachine(StateMachineCatalog catalog) : IAction
{
    public string Name => nameof(CreateStateMachine);

    public async ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var created = await catalog.CreateAsync(Read(new RequestFields(request)), cancellationToken);
        return JsonObject.Of(("stateMachineArn", Json.Of(created.Arn)), ("creationDate", EpochSeconds.Of(created.CreationDate)));
    }

    private static StateMachineDraft Read(RequestFields fields)
    {
        var name = fields.Text("name", 1, Bounds.Name);
        var definition = fields.Text("definition", 1, Bounds.Definition, secret: true);
        var role = fields.ArnText("roleArn");
        var type = fields.MachineType();
        var publishes = Versioning.Read(fields);
        var configuration = Configuration.Read(fields);
        var tags = Tags.Count(fields);
        fields.Check();

        ResourceName.Check(name);
        publishes.Refuse(nameof(CreateStateMachine));
        configuration.Check();
        if (tags > Bounds.Tags)
        {
            throw AwsErrors.TooManyTags(name);
        }

        return new StateMachineDraft
        {
            Name = name,
            Type = type,
            Definition = definition,
            RoleArn = Arn.OfRole(role),
            LoggingConfiguration = configuration.Logging ?? Configuration.NoLogging,
            TracingConfiguration = configuration.Tracing ?? Configuration.NoTracing,
            EncryptionConfiguration = configuration.Encryption ?? Configuration.OwnedKey,
        };
    }
}
