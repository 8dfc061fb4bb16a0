namespace TaskOrchestration.StatesLanguage.Observing;

/// <summary>What an execution does in a state it is in.</summary>
public enum StateActivity
{
    /// <summary>Its work, or what runs in it, is under way.</summary>
    Running,

    /// <summary>It waits for a moment.</summary>
    Waiting,

    /// <summary>It has failed and waits to be tried again.</summary>
    Retrying,
}
