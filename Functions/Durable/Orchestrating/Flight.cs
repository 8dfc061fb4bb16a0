using TaskOrchestration.Functions.Durable.Messages;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.StatesLanguage.Executions;

namespace TaskOrchestration.Functions.Durable.Orchestrating;

/// <summary>An activity that was called and whose answer is waited for, however often it takes.</summary>
internal sealed class Flight
{
    /// <summary>One that is about to be called.</summary>
    /// <param name="activity">The name of the activity.</param>
    /// <param name="input">What it gets, packed.</param>
    public Flight(string activity, string input)
    {
        var content = PackedText.ContentOf(input);
        Activity = activity;
        Input = input;
        Ticket = Digest.Of(content);
        Length = content.Length;
    }

    /// <summary>The name of the activity.</summary>
    public string Activity { get; }

    /// <summary>What it gets.</summary>
    public string Input { get; }

    /// <summary>How long that is, unpacked: the same on every host.</summary>
    public int Length { get; }

    /// <summary>What its answer must name.</summary>
    public string Ticket { get; }

    /// <summary>The task it does, or null.</summary>
    public TaskRequest? Request { get; init; }

    /// <summary>The facts it takes down, or null.</summary>
    public FactBatch? Batch { get; init; }

    /// <summary>The execution it stops, or null.</summary>
    public StopInput? Stop { get; init; }

    /// <summary>Whether the execution waits for its task no more: its answer still counts as far as facts and children go.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Whether it waits for its next call.</summary>
    public bool IsGrounded { get; set; }

    /// <summary>How often it was called again after a pause.</summary>
    public int Repetitions { get; set; }
}
