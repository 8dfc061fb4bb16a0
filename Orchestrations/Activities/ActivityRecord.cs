using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Activities;

/// <summary>An activity: a name under which workers ask for tasks.</summary>
public sealed record ActivityRecord
{
    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its name, unique among activities.</summary>
    public required string Name { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationDate { get; init; }

    /// <summary>How its tasks' data is to be encrypted, as the request said, or null for the default. Kept and shown, nothing more.</summary>
    public Json? EncryptionConfiguration { get; init; }
}
