using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions.Jsonata;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Languages;

/// <summary>JSONata expressions and their values, in the edition that the case belongs to.</summary>
public sealed class JsonataScorer : IScorer
{
    /// <summary>Milliseconds to steps: what a case that is to be stopped after a time gets instead. Far more than a slow machine makes, so that only a hang is stopped.</summary>
    private const long StepsPerMillisecond = 20_000;

    /// <inheritdoc/>
    public string Corpus => "jsonata";

    /// <inheritdoc/>
    public IReadOnlyList<string> Categories(Case @case) => [@case.Body.Text("group") ?? "other", @case.Body.Text("aws") ?? "applicable"];

    /// <inheritdoc/>
    public Verdict Score(Case @case)
    {
        var body = @case.Body;
        var expected = body.Object("expect")!;
        var isRead = JsonataExpression.TryParse(body.Text("expr")!, out var expression, out var error, Options(body));
        var result = isRead ? expression!.Evaluate(body.IsTrue("has_data") ? body["data"] : null, Scope(body)) : default;
        return Verdict.From([.. JsonataComparison.Differences(expected, isRead ? result : null, error ?? result.Error, body.IsTrue("unordered"))]);
    }

    private static JsonataOptions Options(JsonObject body) => body.Text("aws") switch
    {
        "newer-than-2.0.6" => new JsonataOptions { Dialect = JsonataDialect.Jsonata22 },
        "not-applicable-eval" => JsonataOptions.Plain,
        _ => JsonataOptions.Aws,
    };

    private static CaseScope Scope(JsonObject body)
    {
        var limits = JsonataLimits.Default;
        if (body.Integer("depth") is { } depth)
        {
            limits = limits with { Depth = (int)depth };
        }

        if (body.Integer("timelimit") is { } milliseconds)
        {
            limits = limits with { Steps = milliseconds * StepsPerMillisecond };
        }

        return new CaseScope(body.Object("bindings"), limits);
    }
}
