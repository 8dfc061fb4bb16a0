using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Writing;

/// <summary>Writes retriers and catchers.</summary>
internal static class FailureWriter
{
    private static readonly Retrier Defaults = new() { ErrorEquals = [] };

    public static void Write(ValueList<Retrier> retriers, JsonObjectBuilder fields)
    {
        if (retriers.Count > 0)
        {
            fields.Set("Retry", JsonArray.Of(retriers.Select(Write)));
        }
    }

    public static void Write(ValueList<Catcher> catchers, JsonObjectBuilder fields)
    {
        if (catchers.Count > 0)
        {
            fields.Set("Catch", JsonArray.Of(catchers.Select(Write)));
        }
    }

    private static JsonObject Write(Retrier retrier)
    {
        var fields = new JsonObjectBuilder(6).Set("ErrorEquals", Names(retrier.ErrorEquals));
        if (retrier.IntervalSeconds != Defaults.IntervalSeconds)
        {
            fields.Set("IntervalSeconds", Json.Of(retrier.IntervalSeconds));
        }

        if (retrier.MaxAttempts != Defaults.MaxAttempts)
        {
            fields.Set("MaxAttempts", Json.Of(retrier.MaxAttempts));
        }

        if (!retrier.BackoffRate.Equals(Defaults.BackoffRate))
        {
            fields.Set("BackoffRate", Json.Of(retrier.BackoffRate));
        }

        return fields
            .SetIfPresent("MaxDelaySeconds", retrier.MaxDelaySeconds is { } cap ? Json.Of(cap) : null)
            .SetIfPresent("JitterStrategy", retrier.FullJitter ? "FULL" : null)
            .SetIfPresent("Comment", retrier.Comment)
            .Build();
    }

    private static JsonObject Write(Catcher catcher)
    {
        var fields = new JsonObjectBuilder(6).Set("ErrorEquals", Names(catcher.ErrorEquals));
        PathWriter.Write(catcher.ResultPath, fields);
        TemplateWriter.Write(catcher.Output, "Output", fields);
        TemplateWriter.Write(catcher.Assign, fields);
        return fields
            .SetIfPresent("Comment", catcher.Comment)
            .Set("Next", Json.Of(catcher.Next))
            .Build();
    }

    private static JsonArray Names(ValueList<string> names) => JsonArray.Of(names.Select(Json.Of));
}
