namespace TaskOrchestration.StatesLanguage.States;

/// <summary>How a Task waits for a service.</summary>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html">Service integration patterns</seealso>
public enum IntegrationPattern
{
    /// <summary>The answer of the call is the result.</summary>
    RequestResponse,

    /// <summary>The end of the job is waited for; its outcome holds texts (<c>.sync</c>).</summary>
    Sync,

    /// <summary>The end of the job is waited for; its outcome holds JSON (<c>.sync:2</c>).</summary>
    Sync2,

    /// <summary>A callback with the task token is waited for.</summary>
    WaitForTaskToken,
}
