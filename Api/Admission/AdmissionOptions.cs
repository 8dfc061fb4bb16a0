using Microsoft.Extensions.Configuration;
using TaskOrchestration.Api.Access;

namespace TaskOrchestration.Api.Admission;

/// <summary>How much of the Step Functions API is worked on at once. The section <c>Admission</c> of the settings.</summary>
/// <remarks>Whatever is beyond is not kept waiting: it is answered with <c>ThrottlingException</c>, after which every SDK tries again a little later.</remarks>
public sealed record AdmissionOptions
{
    /// <summary>How many requests may be under way. One in four places is for those that do not start executions: what was begun can be ended however many more want to begin.</summary>
    public int Requests { get; init; } = 256;

    /// <summary>How many requests may wait for an execution or a state to end: StartSyncExecution and TestState.</summary>
    public int Runs { get; init; } = 1_000;

    /// <summary>How many workers may wait for a task: GetActivityTask.</summary>
    public int Pollers { get; init; } = 10_000;

    /// <summary>How many of all these requests may have a body of more than 64 KiB, or one whose length is not said beforehand.</summary>
    public int LargeRequests { get; init; } = 64;

    /// <summary>How many connections the local host keeps open, whatever they are used for; further ones are closed at once.</summary>
    public int Connections { get; init; } = 16_384;

    /// <summary>The section of the settings.</summary>
    /// <exception cref="InvalidDataException">It says what cannot work.</exception>
    public static AdmissionOptions Of(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var read = configuration.Read<AdmissionOptions>("Admission");
        read.Check();
        return read;
    }

    private void Check()
    {
        (string Name, int Value)[] limits =
            [(nameof(Requests), Requests), (nameof(Runs), Runs), (nameof(Pollers), Pollers), (nameof(LargeRequests), LargeRequests), (nameof(Connections), Connections)];
        if (limits.FirstOrDefault(limit => limit.Value < 1) is ({ } name, var value))
        {
            throw new InvalidDataException($"The settings are wrong: expected Admission:{name} to be at least 1, found {value}.");
        }
    }
}
