using System.Net;
using Microsoft.Extensions.Logging;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Alerts;

/// <summary>The notices that nobody has taken yet; each is offered to the webhook until it is taken, turned down or given up.</summary>
internal sealed class AlertNotices(AlertOptions options, WebhookPost webhook, ILogger logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private List<AlertNotice> waiting = [];

    /// <summary>Those that wait.</summary>
    public IReadOnlyList<AlertNotice> Waiting => waiting;

    /// <summary>Goes on from what was kept.</summary>
    public void Recall(IEnumerable<AlertNotice> known) => waiting = [.. known];

    /// <summary>Has a notice wait that a rule fires or is resolved, where there is anybody to offer it to.</summary>
    public void Add(AlertRule rule, AlertState state)
    {
        if (options.WebhookUrl is null)
        {
            return;
        }

        var status = state.Status == AlertStatus.Firing ? "firing" : "resolved";
        var id = $"{rule.Name}-{status}-{state.Since.ToUnixTimeMilliseconds()}";
        var body = JsonObject.Of(
            ("id", Json.Of(id)),
            ("rule", Json.Of(rule.Name)),
            ("status", Json.Of(status)),
            ("severity", Json.Of(rule.Severity)),
            ("description", Json.Of(rule.Description)),
            ("value", Json.Of(state.Value)),
            ("threshold", Json.Of(rule.Threshold)),
            ("since", Json.Of(state.Since.UtcDateTime.ToString("O"))));
        waiting.Add(new AlertNotice(id, body.ToString(), state.Since, Attempts: 0, NextAttempt: state.Since));
    }

    /// <summary>Offers those that are due.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> OfferAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = waiting.Where(notice => notice.NextAttempt <= now).ToList();
        foreach (var notice in due)
        {
            var left = await OfferAsync(notice, now, cancellationToken);
            waiting.Remove(notice);
            if (left is not null)
            {
                waiting.Add(left);
            }
        }

        return due.Count > 0;
    }

    /// <summary>Offers a notice once.</summary>
    /// <returns>The notice if it is to be offered again.</returns>
    private async Task<AlertNotice?> OfferAsync(AlertNotice notice, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        string found;
        try
        {
            var status = await webhook.SendAsync(notice, patience.Token);
            if ((int)status is >= 200 and < 300)
            {
                return null;
            }

            found = $"{(int)status}";
            if ((int)status is >= 400 and < 500 && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests))
            {
                logger.LogError("The alert webhook turned {Notice} down with {Status}; it is not offered again", notice.Id, found);
                return null;
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found = e.Message;
        }

        if (now - notice.At >= options.GiveUpAfter)
        {
            logger.LogError("The alert webhook has not taken {Notice} for {Time}; it is not offered again: {Found}", notice.Id, options.GiveUpAfter, found);
            return null;
        }

        return notice.Delayed(now);
    }
}
