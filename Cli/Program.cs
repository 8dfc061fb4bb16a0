using TaskOrchestration.Cli.Commands;

return await CommandTree.Create().Parse(args).InvokeAsync();
