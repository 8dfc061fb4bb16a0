using System.CommandLine;
using TaskOrchestration.Cli.Commands;

var root = new RootCommand("Runs AWS Step Functions workflows on this machine, unchanged.")
{
    ServeCommand.Create(),
    RunCommand.Create(),
    ValidateCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
