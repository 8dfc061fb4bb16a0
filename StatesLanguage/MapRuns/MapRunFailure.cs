using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.StatesLanguage.MapRuns;

/// <summary>The ways in which a Map Run fails.</summary>
public static class MapRunFailure
{
    /// <summary>More items failed than are tolerated.</summary>
    public static readonly Failure ThresholdExceeded = new(Failure.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");

    /// <summary>The items cannot be read.</summary>
    public static Failure OfReader(string cause) => new(Failure.ItemReaderFailed, cause);

    /// <summary>The results cannot be written.</summary>
    public static Failure OfWriter(string cause) => new(Failure.ResultWriterFailed, cause);

    /// <summary>The results are over the limit of the execution that they would be handed on in.</summary>
    /// <param name="stateName">The Map.</param>
    public static Failure TooLarge(string stateName) => Failing.TooLarge(stateName);
}
