using TaskOrchestration.Conformance.Tests.Corpora;
using TaskOrchestration.Conformance.Tests.Scoring;

namespace TaskOrchestration.Conformance.Tests.Reports;

/// <summary>Everything about one case.</summary>
public static class Explanation
{
    private static readonly string[] WhatWasAsked = ["kind", "definition", "definition_text", "input", "input_text", "selector", "document", "expr", "state", "given", "then", "path"];

    /// <summary>Writes it.</summary>
    public static void Write(ScoredCase scored, TextWriter output)
    {
        output.WriteLine($"{scored.Case.Corpus} {scored.Case.Id} ({string.Join(", ", scored.Categories)})");
        foreach (var name in WhatWasAsked)
        {
            if (scored.Case.Body[name] is { } asked)
            {
                output.WriteLine($"  {name}: {asked}");
            }
        }

        if (scored.Case.Body.Object("source").Text("recorded") is { } recorded)
        {
            output.WriteLine($"  recorded: {recorded}");
        }

        output.WriteLine($"  => {(scored.Verdict is Verdict.NotMet ? "not met" : scored.Verdict.Summary)}");
        if (scored.Verdict is Verdict.NotMet notMet)
        {
            foreach (var difference in notMet.Differences)
            {
                output.WriteLine($"     {difference}");
            }
        }
    }
}
