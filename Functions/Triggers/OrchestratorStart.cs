using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TaskOrchestration.Api.Rest;
using TaskOrchestration.Domain.Access;
using TaskOrchestration.Domain.Ports;
using TaskOrchestration.Functions.Executions;
using TaskOrchestration.Orchestrations.Catalog;
using TaskOrchestration.Orchestrations.Executions;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Functions.Triggers;

/// <summary>Starts an execution for a request of <see cref="OrchestratorFunction"/>.</summary>
public sealed class OrchestratorStart(IExecutionService executions, IExecutionRecords records, ArnScheme arns, IAuditJournal journal, TimeProvider time)
{
    /// <summary>The query parameter that names the execution.</summary>
    public const string NameParameter = "name";

    /// <summary>The header that names the execution, if the query does not.</summary>
    public const string NameHeader = "X-Execution-Name";

    private const int LongestName = 80;
    private const string RetryAfterSeconds = "10";

    /// <summary>Starts it and says where it can be asked after.</summary>
    /// <exception cref="ProblemException">The request has a fault.</exception>
    /// <exception cref="RefusedException">The machine is not known, or cannot take it on.</exception>
    public async Task AnswerAsync(HttpContext http, DurableTaskClient client, string stateMachine, FunctionContext function)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(stateMachine);
        var started = await StartAsync(http, stateMachine);
        var instance = (await records.FindAsync(started.ExecutionArn, http.RequestAborted))?.InstanceId ?? InstanceIds.Of(started.ExecutionArn, redriveCount: 0);
        var addresses = client.CreateHttpManagementPayload(instance, await function.GetHttpRequestDataAsync());
        var body = Write(addresses, started);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.Headers.Location = addresses.StatusQueryGetUri;
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }

    private async ValueTask<StartedExecution> StartAsync(HttpContext http, string stateMachine)
    {
        var machine = stateMachine.Contains(':', StringComparison.Ordinal) ? stateMachine : arns.StateMachine(stateMachine);
        try
        {
            var request = new StartRequest { StateMachineArn = machine, Name = NameOf(http.Request), Input = await ReadInputAsync(http) };
            var started = await executions.StartAsync(request, http.RequestAborted);
            await RecordAsync(http, machine, StatusCodes.Status202Accepted, "ok");
            return started;
        }
        catch (ProblemException e)
        {
            await RecordAsync(http, machine, e.Status, e.Code);
            throw;
        }
        catch (RefusedException e)
        {
            await RecordAsync(http, machine, status: 0, e.Refusal.ToString());
            throw;
        }
    }

    private static string? NameOf(HttpRequest request)
    {
        var name = request.Query[NameParameter] is [{ Length: > 0 } queried, ..] ? queried : request.Headers[NameHeader].FirstOrDefault();
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        return name.Length <= LongestName && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? name
            : throw new ProblemException(
                StatusCodes.Status400BadRequest,
                "invalid-parameter",
                $"Expected a name of 1 to {LongestName} letters, digits, hyphens, underscores and full stops; found '{name}'.",
                new FieldProblem(NameParameter, $"expected 1 to {LongestName} letters, digits, hyphens, underscores and full stops"));
    }

    private static async ValueTask<Json> ReadInputAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length == 0)
        {
            return JsonObject.Empty;
        }

        try
        {
            return Json.Parse(body.ToArray());
        }
        catch (JsonSyntaxException e)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "malformed-json", $"Expected JSON, the input of the execution; found something else: {e.Message}");
        }
    }

    private async ValueTask RecordAsync(HttpContext http, string machine, int status, string outcome) => await journal.AppendAsync(
        new AuditEntry
        {
            Time = time.GetUtcNow(),
            Credential = "function-key",
            Action = "states:StartExecution",
            Resource = machine,
            Address = http.Connection.RemoteIpAddress?.ToString() ?? "",
            Agent = http.Request.Headers.UserAgent.ToString(),
            RequestId = http.TraceIdentifier,
            Status = status,
            Outcome = outcome,
        },
        CancellationToken.None);

    /// <summary>The names are those that clients of Durable Functions know, whatever the worker's serializer would make of them.</summary>
    private static byte[] Write(HttpManagementPayload addresses, StartedExecution started) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string?>
    {
        ["id"] = addresses.Id,
        ["statusQueryGetUri"] = addresses.StatusQueryGetUri,
        ["sendEventPostUri"] = addresses.SendEventPostUri,
        ["terminatePostUri"] = addresses.TerminatePostUri,
        ["rewindPostUri"] = addresses.RewindPostUri,
        ["purgeHistoryDeleteUri"] = addresses.PurgeHistoryDeleteUri,
        ["restartPostUri"] = addresses.RestartPostUri,
        ["suspendPostUri"] = addresses.SuspendPostUri,
        ["resumePostUri"] = addresses.ResumePostUri,
        ["executionArn"] = started.ExecutionArn,
        ["startDate"] = started.StartDate.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    });
}
