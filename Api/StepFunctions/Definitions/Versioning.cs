using TaskOrchestration.Api.StepFunctions.Wire;

namespace TaskOrchestration.Api.StepFunctions.Definitions;

/// <summary>Whether a request wants a version published along with its change.</summary>
internal readonly record struct Versioning(bool Publish, string? Description)
{
    public static Versioning Read(RequestFields fields) =>
        new(fields.Flag("publish") ?? false, fields.OptionalText("versionDescription", 0, Bounds.VersionDescription));

    /// <summary>Goes on only where a version that is described is wanted at all.</summary>
    public void Check()
    {
        if (Description is not null && !Publish)
        {
            throw AwsErrors.Validation("Version description can only be set when publish is true");
        }
    }
}
