namespace TaskOrchestration.Api.Admission;

/// <summary>The places that there are for requests to the Step Functions API.</summary>
internal sealed class Places(AdmissionOptions options)
{
    private readonly Gate requests = new();
    private readonly Gate runs = new();
    private readonly Gate pollers = new();

    /// <summary>The places for requests with a large body; they need one of another kind beside it.</summary>
    public Place Large { get; } = new(new Gate(), options.LargeRequests);

    /// <summary>The kind of place that a request for an action needs.</summary>
    public Place For(string action) => action switch
    {
        "GetActivityTask" => new Place(pollers, options.Pollers),
        "StartSyncExecution" or "TestState" => new Place(runs, options.Runs),
        "StartExecution" or "RedriveExecution" => new Place(requests, options.Requests - (options.Requests / 4)),
        _ => new Place(requests, options.Requests),
    };
}
