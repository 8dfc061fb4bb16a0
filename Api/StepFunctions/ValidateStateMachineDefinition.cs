using TaskOrchestration.Api.StepFunctions.Definitions;
using TaskOrchestration.Api.StepFunctions.Wire;
using TaskOrchestration.StatesLanguage.Parsing;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Api.StepFunctions;

/// <summary>Says what is wrong with a definition without creating anything.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html">ValidateStateMachineDefinition</seealso>
internal sealed class ValidateStateMachineDefinition : IAction
{
    private const int MaxDiagnostics = 100;

    public string Name => nameof(ValidateStateMachineDefinition);

    public ValueTask<JsonObject> AnswerAsync(JsonObject request, CancellationToken cancellationToken)
    {
        var fields = new RequestFields(request);
        var definition = fields.Text("definition", 1, Bounds.Definition, secret: true);
        var type = fields.MachineType();
        var withWarnings = fields.OneOf("severity", "ERROR", "WARNING") == "WARNING";
        var limit = fields.Integer("maxResults", 0, MaxDiagnostics) is { } asked and > 0 ? asked : MaxDiagnostics;
        fields.Check();

        var parsed = DefinitionParser.Parse(definition, type);
        var wanted = parsed.Problems.Where(problem => withWarnings || problem.Severity == ProblemSeverity.Error).ToArray();
        return ValueTask.FromResult(JsonObject.Of(
            ("result", Json.Of(parsed.Machine is null ? "FAIL" : "OK")),
            ("diagnostics", JsonArray.Of(wanted.Take(limit).Select(Write))),
            ("truncated", Json.Of(wanted.Length > limit))));
    }

    private static JsonObject Write(Problem problem) => new JsonObjectBuilder()
        .Set("severity", Json.Of(problem.Severity == ProblemSeverity.Error ? "ERROR" : "WARNING"))
        .Set("code", Json.Of(problem.Code))
        .Set("message", Json.Of(problem.Message))
        .SetIfPresent("location", problem.Pointer.Length > 0 ? problem.Pointer : null)
        .Build();
}
