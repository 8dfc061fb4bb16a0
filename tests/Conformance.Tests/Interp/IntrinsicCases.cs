using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Conformance.Tests.Interp;

/// <summary>Calls of intrinsic functions. A call may fail when it is read or when it is made: the other tool reads and makes at once.</summary>
internal static class IntrinsicCases
{
    public static Verdict Score(JsonObject body)
    {
        var expect = body.Object("expect")!;
        if (!IntrinsicCall.TryParse(body.Text("expr")!, out var call, out var error))
        {
            return Answers.CompareFailure(expect, error);
        }

        var scope = new CaseScope(body);
        var result = call.Evaluate(scope, scope);
        return result.Succeeded ? Answers.Compare(expect, result.Value) : Answers.CompareFailure(expect, $"{result.Failure!.Error}: {result.Failure.Cause}");
    }
}
