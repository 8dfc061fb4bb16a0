using System.CommandLine;

namespace TaskOrchestration.Cli.Commands;

/// <summary>All that <c>taskorch</c> can be told to do.</summary>
public static class CommandTree
{
    /// <summary>The root of the tree.</summary>
    public static RootCommand Create() => new("Runs AWS Step Functions workflows on this machine, unchanged.")
    {
        ServeCommand.Create(),
        RunCommand.Create(),
        ValidateCommand.Create(),
    };
}
