using System.Net.Http.Headers;
using System.Text;
using TaskOrchestration.Orchestrations.Resources.Services;
using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.Orchestrations.Resources.Http;

/// <summary><c>http:invoke</c>: calls somebody else's API through a connection that is configured.</summary>
/// <remarks>
/// Unlike AWS, plain http is taken as well, and each request gets an <c>Idempotency-Key</c> of the attempt unless the task sets one, since an attempt may be made again after a
/// crash. A status from 300 on fails with <c>States.Http.StatusCode.NNN</c> and the body as the cause, what is no answer at all with <c>States.Http.Socket</c>.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html">Call HTTPS APIs</seealso>
public sealed class HttpInvoke(HttpClient client, HttpConnections connections, HttpTokens tokens, TimeProvider time) : IServiceIntegration
{
    /// <summary>The error of a connection that nobody has configured.</summary>
    public const string ConnectionNotFound = "Events.ConnectionResource.NotFound";

    private const string NoAnswer = "States.Http.Socket";
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Service => "http";

    /// <inheritdoc/>
    public string Action => "invoke";

    /// <inheritdoc/>
    public async ValueTask<TaskOutcome> PerformAsync(TaskResource.Integration resource, TaskCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var request = new ServiceRequest(call, isByHand: true);
        if (!HttpTaskParameters.TryRead(request, out var parameters, out var problem))
        {
            return new TaskOutcome.Failed(problem);
        }

        if (connections.Find(parameters.ConnectionArn) is not { } connection)
        {
            return new TaskOutcome.Failed(new(
                ConnectionNotFound,
                $"No connection '{HttpConnections.NameIn(parameters.ConnectionArn)}' is configured. Configure it under Connections:{HttpConnections.NameIn(parameters.ConnectionArn)}."));
        }

        if (!connection.Covers(parameters.Endpoint))
        {
            return new TaskOutcome.Failed(new(
                "Events.ConnectionResource.AccessDenied",
                $"The connection '{HttpConnections.NameIn(parameters.ConnectionArn)}' may not be used for {parameters.Endpoint.GetLeftPart(UriPartial.Authority)}: its Endpoints do not name it."));
        }

        var outcome = await CallAsync(parameters, connection, request, cancellationToken);
        return outcome is TaskOutcome.Succeeded done && resource.Pattern == IntegrationPattern.WaitForTaskToken ? new TaskOutcome.Submitted(done.Output) : outcome;
    }

    private async ValueTask<TaskOutcome> CallAsync(HttpTaskParameters parameters, HttpConnection connection, ServiceRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(LongestCall, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = HttpTaskMessage.Of(parameters, connection, request);
            var exchange = await ShowAsync(parameters, request, either.Token);
            message.Headers.Authorization = await AuthorizationAsync(connection.Authorization, either.Token) ?? message.Headers.Authorization;
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseContentRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            request.Call.Exchanged?.Invoke(exchange!.With(response, body));
            return HttpTaskAnswer.Read(response, body);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new TaskOutcome.Failed(new(NoAnswer, $"{parameters.Endpoint.GetLeftPart(UriPartial.Path)} has not answered within {LongestCall.TotalSeconds} seconds."));
        }
        catch (HttpRequestException e)
        {
            return new TaskOutcome.Failed(new(NoAnswer, $"{parameters.Endpoint.GetLeftPart(UriPartial.Path)}: {e.Message}"));
        }
    }

    /// <summary>Shows the request as it would be if the connection added nothing.</summary>
    private static async ValueTask<HttpExchange?> ShowAsync(HttpTaskParameters parameters, ServiceRequest request, CancellationToken cancellationToken)
    {
        if (request.Call.Exchanged is not { } exchanged)
        {
            return null;
        }

        using var message = HttpTaskMessage.Of(parameters, new HttpConnection(), request);
        var exchange = await HttpExchange.OfAsync(message, cancellationToken);
        exchanged(exchange);
        return exchange;
    }

    private async ValueTask<AuthenticationHeaderValue?> AuthorizationAsync(HttpAuthorization authorization, CancellationToken cancellationToken) => authorization switch
    {
        HttpAuthorization.Basic basic => new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{basic.Username}:{basic.Password}"))),
        HttpAuthorization.ClientCredentials credentials => new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(credentials, cancellationToken)),
        _ => null,
    };
}
