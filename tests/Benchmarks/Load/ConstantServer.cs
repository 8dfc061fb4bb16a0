using System.CommandLine;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskOrchestration.Benchmarks.Load;

/// <summary>What an endpoint costs that does nothing: Kestrel, which reads a request's body and gives the same answer to all of them. In a process of its own.</summary>
internal sealed class ConstantServer : IDisposable
{
    private const string Name = "constant-server";

    private const string Announcement = "listening on ";

    // As long as the answer of DescribeExecution.
    private static readonly byte[] Answer =
        """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:load:01994fb2-6a2c-7c5e-9d1e-6d3f0f3b2a11","stateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:load","name":"01994fb2-6a2c-7c5e-9d1e-6d3f0f3b2a11","status":"RUNNING","startDate":1764000000.123,"input":"{\"orderId\":\"order-00000001\",\"amount\":\"44.80\",\"currency\":\"EUR\"}","inputDetails":{"included":true},"redriveCount":0,"redriveStatus":"NOT_REDRIVABLE","redriveStatusReason":"Execution is RUNNING and cannot be redriven"}"""u8.ToArray();

    private readonly Process process;

    private ConstantServer(Process process, Uri address)
    {
        this.process = process;
        Server = new LoadedServer(address, ApiKey: null, "arn:aws:states:us-east-1:123456789012:stateMachine:load", () =>
        {
            process.Refresh();
            return process.TotalProcessorTime;
        });
    }

    /// <summary>Itself, under load.</summary>
    public LoadedServer Server { get; }

    /// <summary>The command by which this program becomes that process.</summary>
    public static Command Command()
    {
        var command = new Command(Name) { Hidden = true };
        command.SetAction((_, cancellationToken) => ServeAsync(cancellationToken));
        return command;
    }

    /// <summary>Starts it; it answers when this returns.</summary>
    public static async Task<ConstantServer> StartAsync(CancellationToken cancellationToken)
    {
        var started = Process.Start(new ProcessStartInfo("dotnet", [typeof(ConstantServer).Assembly.Location, Name]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        while (await started.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Announcement, StringComparison.Ordinal))
            {
                return new ConstantServer(started, new Uri(line[Announcement.Length..]));
            }
        }

        throw new InvalidOperationException("The yardstick's server stopped without listening.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<int> ServeAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"{Announcement}{application.Urls.Single()}");
        await application.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var body = context.Request.BodyReader;
        for (var isRead = false; !isRead;)
        {
            var read = await body.ReadAsync();
            body.AdvanceTo(read.Buffer.End);
            isRead = read.IsCompleted;
        }

        context.Response.ContentType = "application/x-amz-json-1.0";
        context.Response.ContentLength = Answer.Length;
        await context.Response.BodyWriter.WriteAsync(Answer);
    }
}
