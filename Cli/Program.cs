using System.CommandLine;
using TaskOrchestration.Cli.Commands;

// The default would end the process two seconds after Ctrl-C, in the middle of the grace period that running tasks are given.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) };
return await CommandTree.Parse(args).InvokeAsync(invocation);
