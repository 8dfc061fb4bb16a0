using System.Globalization;
using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Settlements;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>Reads the input of SettlementBatch's steps.</summary>
/// <remarks>
/// The workflow's own input has <c>date</c> (2026-11-21), <c>timeZone</c> (Europe/Berlin), <c>cutOff</c> (a moment, in place of the end of the day) and
/// <c>toleratedFailurePercentage</c>; nothing is required.
/// </remarks>
internal static class SettlementInput
{
    public static SettlementRequest ReadPlan(Json input)
    {
        var step = InputFields.Of(input, Refusal);
        var asked = step.RequiredObject("input");
        return new SettlementRequest
        {
            Date = ReadDate(asked),
            TimeZone = asked.Text("timeZone"),
            CutOff = ReadTime(asked, "cutOff"),
            StartedAt = ReadTime(step, "startedAt"),
        };
    }

    public static PageReference ReadPage(Json input)
    {
        var step = InputFields.Of(input, Refusal);
        return new PageReference(ReadId(step), ReadPageNumber(step));
    }

    public static ReportRequest ReadReport(Json input)
    {
        var step = InputFields.Of(input, Refusal);
        return new ReportRequest(
            ReadId(step),
            [.. step.Objects("pages").Select(ReadFailure).OfType<FailedPage>()],
            ReadPercentage(step.Object("input")));
    }

    private static InvalidSettlementException Refusal(string message) => new(message);

    /// <summary>What a page's execution yielded; or its description, if it was stopped from outside and could yield nothing.</summary>
    private static FailedPage? ReadFailure(InputFields page)
    {
        if (page.Contains("ExecutionArn"))
        {
            return new FailedPage(ReadPageNumber(ReadGiven(page)), page.Text("Error") ?? page.Text("Status") ?? page.Refuse<string>("Status", "the status of an execution", found: null)!);
        }

        return page.Text("error") is { } error ? new FailedPage(ReadPageNumber(page), error) : null;
    }

    /// <summary>The input in the description of an execution, which is a text there.</summary>
    private static InputFields ReadGiven(InputFields description)
    {
        var text = description.Text("Input");
        try
        {
            return InputFields.Of(Json.Parse(text ?? ""), Refusal);
        }
        catch (JsonSyntaxException)
        {
            return description.Refuse<InputFields>("Input", "the JSON text of a page's input", text is null ? null : Json.Of(text))!;
        }
    }

    private static string ReadId(InputFields step) =>
        step.Text("settlementId") ?? step.Refuse<string>("settlementId", "the id of a settlement", found: null)!;

    private static int ReadPageNumber(InputFields fields) =>
        fields.Integer("page") ?? fields.Refuse<int>("page", "the number of a page", found: null);

    private static DateOnly? ReadDate(InputFields asked) => asked.Text("date") switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date < DateOnly.MaxValue => date,
        var text => asked.Refuse<DateOnly?>("date", "a day such as 2026-11-21", Json.Of(text)),
    };

    private static DateTimeOffset? ReadTime(InputFields fields, string name) => fields.Text(name) switch
    {
        null => null,
        var text when text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
        var text => fields.Refuse<DateTimeOffset?>(name, "a moment such as 2026-11-21T23:00:00Z", Json.Of(text)),
    };

    private static decimal? ReadPercentage(InputFields? asked) => asked?.Integer("toleratedFailurePercentage") switch
    {
        null => null,
        var percentage and >= 0 and <= 100 => percentage,
        var other => asked.Refuse<decimal?>("toleratedFailurePercentage", "a whole number from 0 to 100", Json.Of(other.Value)),
    };
}
