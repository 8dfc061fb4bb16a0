namespace TaskOrchestration.Cli.Commands;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    /// <summary>All went as asked.</summary>
    public const int Success = 0;

    /// <summary>The work was done and its outcome is a failure: an execution failed, a definition has errors.</summary>
    public const int Failure = 1;

    /// <summary>What was asked for makes no sense: an input that is not JSON, a file that is not there.</summary>
    public const int Misuse = 2;
}
