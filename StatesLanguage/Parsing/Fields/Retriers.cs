using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Reads a <c>Retry</c> field.</summary>
internal static class Retriers
{
    /// <summary>A year and a day, in seconds.</summary>
    private const long LongestDelay = 31_622_400;

    private static readonly FieldRules Rules = new(
        ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"], [], []);

    public static ValueList<Retrier> Read(FieldReader state)
    {
        var items = state.Objects("Retry");
        var retriers = new Retrier[items.Count];
        for (var i = 0; i < retriers.Length; i++)
        {
            retriers[i] = Read(items[i], isLast: i == retriers.Length - 1);
        }

        return [.. retriers];
    }

    private static Retrier Read(FieldReader reader, bool isLast)
    {
        Rules.Check(reader);
        reader.Require("ErrorEquals");
        var interval = reader.Integer("IntervalSeconds", 1, NumberFields.Largest) ?? 1;
        var cap = reader.Integer("MaxDelaySeconds", 1, LongestDelay);
        if (cap <= interval)
        {
            reader.ReportAt("MaxDelaySeconds", $"Expected more than IntervalSeconds, which is {interval}, found {cap}");
        }

        return new Retrier
        {
            ErrorEquals = ErrorNames.Read(reader, isLast),
            IntervalSeconds = interval,
            MaxAttempts = reader.Integer("MaxAttempts", 0, NumberFields.Largest) ?? 3,
            BackoffRate = reader.Number("BackoffRate", 1, double.MaxValue)?.Value ?? 2.0,
            MaxDelaySeconds = cap,
            FullJitter = reader.OneOf("JitterStrategy", "FULL", "NONE") == "FULL",
            Comment = reader.Text("Comment"),
        };
    }
}
