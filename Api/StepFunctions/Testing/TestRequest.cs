using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>A request to test a state, well-formed in itself.</summary>
internal sealed record TestRequest
{
    public required string Definition { get; init; }

    public string? RoleArn { get; init; }

    public required Json Input { get; init; }

    public InspectionLevel Level { get; init; }

    public required JsonObject Variables { get; init; }

    public string? StateName { get; init; }

    public MockFields? Mock { get; init; }

    public JsonObject? Context { get; init; }

    public required ConfigurationFields Configuration { get; init; }

    public static TestRequest Read(RequestFields fields)
    {
        var definition = fields.Text("definition", 1, Bounds.Definition, secret: true);
        var role = fields.OptionalText("roleArn", 1, Bounds.Arn);
        var input = fields.OptionalText("input", 0, Bounds.Payload, secret: true);
        var level = fields.OneOf("inspectionLevel", "INFO", "DEBUG", "TRACE");
        var revealsSecrets = fields.Flag("revealSecrets") == true;
        var variables = fields.OptionalText("variables", 0, Bounds.Payload, secret: true);
        var stateName = fields.OptionalText("stateName", 1, Bounds.Name);
        var mock = MockFields.Read(fields);
        var context = fields.OptionalText("context", 0, Bounds.Payload, secret: true);
        var configuration = ConfigurationFields.Read(fields);
        fields.Check();
        if (revealsSecrets && level != "TRACE")
        {
            throw AwsErrors.Validation("revealSecrets can only be used with the TRACE inspection level");
        }

        return new TestRequest
        {
            Definition = definition,
            RoleArn = role is null ? null : Arn.OfRole(role),
            Input = ExecutionInput.Read(input),
            Level = level switch { "TRACE" => InspectionLevel.Trace, "DEBUG" => InspectionLevel.Debug, _ => InspectionLevel.Info },
            Variables = TestTexts.ReadObject("variables", variables) ?? JsonObject.Empty,
            StateName = stateName,
            Mock = mock(),
            Context = ContextCheck.Checked(TestTexts.ReadObject("context", context)),
            Configuration = configuration,
        };
    }
}
