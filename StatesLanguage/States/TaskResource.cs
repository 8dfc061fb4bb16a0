namespace TaskOrchestration.StatesLanguage.States;

/// <summary>What the <c>Resource</c> of a Task names.</summary>
public abstract record TaskResource(string Text)
{
    /// <summary>A function, by its ARN or its bare name.</summary>
    /// <param name="Text">The resource as it was written.</param>
    /// <param name="Name">The name without account and qualifier.</param>
    /// <param name="Qualifier">The version or alias, or null.</param>
    public sealed record Function(string Text, string Name, string? Qualifier) : TaskResource(Text);

    /// <summary>An activity, by its ARN: workers ask for the task.</summary>
    public sealed record Activity(string Text) : TaskResource(Text);

    /// <summary>A service integration, <c>arn:aws:states:::SERVICE:ACTION[.PATTERN]</c>.</summary>
    /// <param name="Text">The resource as it was written.</param>
    /// <param name="Service">For example <c>lambda</c>, or <c>aws-sdk:dynamodb</c>.</param>
    /// <param name="Action">For example <c>invoke</c>.</param>
    /// <param name="Pattern">How the result is waited for.</param>
    /// <param name="Region">The region in the ARN, empty as a rule.</param>
    public sealed record Integration(string Text, string Service, string Action, IntegrationPattern Pattern, string Region) : TaskResource(Text)
    {
        /// <summary>The action with its pattern, as histories show it: <c>sendMessage.waitForTaskToken</c>.</summary>
        public string ActionText => Text[(Text.LastIndexOf(':', Text.Length - (Pattern == IntegrationPattern.Sync2 ? ":2".Length : 0) - 1) + 1)..];
    }

    /// <summary>
    /// A Map Run: what a DISTRIBUTED Map asks for, though no <c>Resource</c> names it. To the execution it is like a task; its input is a
    /// <see cref="MapRuns.MapRunRequest"/> as JSON, its result the Map's result.
    /// </summary>
    public sealed record MapRun() : TaskResource("mapRun");

    /// <summary>Reads a resource. Any text is one; what is not an ARN is the bare name of a function.</summary>
    public static TaskResource Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        if (parts.Length < 6 || parts[0] != "arn")
        {
            return new Function(text, text, Qualifier: null);
        }

        return (parts[2], parts[5]) switch
        {
            ("lambda", "function") when parts.Length >= 7 => new Function(text, parts[6], parts.Length > 7 ? parts[7] : null),
            ("states", "activity") => new Activity(text),
            ("states", _) when parts.Length >= 8 && parts[^1] == "2" && parts[^2].EndsWith(".sync", StringComparison.Ordinal) =>
                ParseIntegration(text, [.. parts[..^2], $"{parts[^2]}:{parts[^1]}"]),
            ("states", _) when parts.Length >= 7 => ParseIntegration(text, parts),
            _ => new Function(text, text, Qualifier: null),
        };
    }

    private static Integration ParseIntegration(string text, string[] parts)
    {
        var last = parts[^1];
        var dot = last.IndexOf('.');
        var pattern = dot < 0 ? "" : last[dot..];
        return new Integration(
            text,
            string.Join(':', parts[5..^1]),
            dot < 0 ? last : last[..dot],
            pattern switch
            {
                ".sync" => IntegrationPattern.Sync,
                ".sync:2" => IntegrationPattern.Sync2,
                ".waitForTaskToken" => IntegrationPattern.WaitForTaskToken,
                _ => IntegrationPattern.RequestResponse,
            },
            parts[3]);
    }
}
