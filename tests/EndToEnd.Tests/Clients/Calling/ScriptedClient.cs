using System.Diagnostics;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.EndToEnd.Tests.Clients.Calling;

/// <summary>An SDK, in a process of its own that is asked a line at a time.</summary>
public sealed class ScriptedClient : IClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Task<string> _errors;

    /// <summary>Starts it.</summary>
    /// <param name="tool">What runs the script.</param>
    /// <param name="script">The script's name.</param>
    /// <param name="endpoint">Where the server is.</param>
    /// <param name="environment">What is set for the script, its credentials above all.</param>
    public ScriptedClient(Tool tool, string script, Uri endpoint, IReadOnlyDictionary<string, string> environment)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(environment);
        var start = new ProcessStartInfo(tool.Program, [Tool.Script(script), endpoint.ToString()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <inheritdoc/>
    public async Task<CallOutcome> CallAsync(string action, JsonObject request)
    {
        await _turn.WaitAsync();
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await _process.StandardInput.WriteLineAsync(JsonObject.Of(("action", Json.Of(action)), ("request", request)).ToString());
            await _process.StandardInput.FlushAsync(patience.Token);
            var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
            return line is null ? throw new InvalidOperationException($"The script ended: {await _errors}") : OutcomeIn((JsonObject)Json.Parse(line));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _turn.Dispose();
    }

    private static CallOutcome OutcomeIn(JsonObject line)
    {
        if (line["answer"] is JsonObject answer)
        {
            return new CallOutcome.Answered(answer);
        }

        var refusal = (JsonObject)line["refusal"]!;
        return new CallOutcome.Refused(
            ((JsonString)refusal["name"]!).Value, ((JsonString)refusal["message"]!).Value, Json.True.Equals(refusal["isTyped"]), (JsonObject)refusal["members"]!);
    }
}
