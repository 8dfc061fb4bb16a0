using TaskOrchestration.Cli.Commands;

return await CommandTree.Parse(args).InvokeAsync();
