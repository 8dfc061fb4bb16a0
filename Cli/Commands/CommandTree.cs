using System.CommandLine;

namespace TaskOrchestration.Cli.Commands;

/// <summary>All that <c>taskorch</c> can be told to do.</summary>
public static class CommandTree
{
    // An argument that begins with @ names a file with an input, not one with more arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    /// <summary>Finds out what the arguments ask for.</summary>
    public static ParseResult Parse(IReadOnlyList<string> arguments) => Create().Parse(arguments, Parsing);

    private static RootCommand Create() => new("Runs AWS Step Functions workflows on this machine, unchanged.")
    {
        ServeCommand.Create(),
        KeysCommand.Create(),
        AuditCommand.Create(),
        RunCommand.Create(),
        TestStateCommand.Create(),
        ValidateCommand.Create(),
    };
}
