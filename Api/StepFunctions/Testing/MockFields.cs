using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Executions;
using TaskOrchestration.StatesLanguage.Testing;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>The <c>mock</c> of a request.</summary>
internal sealed record MockFields(StateMock Mock, FieldValidation Validation)
{
    /// <summary>Reads it; its texts are looked into once the whole request is known to be well-formed.</summary>
    public static Func<MockFields?> Read(RequestFields request)
    {
        if (request.Structure("mock") is not { } fields)
        {
            return () => null;
        }

        var result = fields.OptionalText("result", 0, Bounds.Payload, secret: true);
        var errorOutput = fields.Structure("errorOutput");
        var error = errorOutput?.OptionalText("error", 0, Bounds.Error, secret: true);
        var cause = errorOutput?.OptionalText("cause", 0, Bounds.Cause, secret: true);
        var validation = fields.OneOf("fieldValidationMode", "STRICT", "PRESENT", "NONE") switch
        {
            "NONE" => FieldValidation.None,
            "PRESENT" => FieldValidation.Present,
            _ => FieldValidation.Strict,
        };
        return () => new MockFields(Of(result, errorOutput is null ? null : new Failure(error, cause)), validation);
    }

    private static StateMock Of(string? result, Failure? failure) => (result, failure) switch
    {
        (not null, not null) => throw AwsErrors.Validation("A test mock should have only one of the following fields: [result, errorOutput]."),
        (null, null) => throw AwsErrors.Validation("A test mock should have one of the following fields: [result, errorOutput]."),
        (null, not null) => new StateMock.Throws(failure),
        _ => new StateMock.Returns(TestTexts.Read("mock.result", result)),
    };
}
