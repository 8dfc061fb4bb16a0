using TaskOrchestration.Domain.Failures;
using TaskOrchestration.Domain.Values;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Steps;

/// <summary>What a workflow hands a step: the record it is about, and by what the workflow refers to it where it has no id of its own.</summary>
/// <remarks>
/// A workflow whose states must agree on an id that its input lacks hands on <c>{ "order": …, "reference": "…" }</c> (or <c>transaction</c>) with a
/// reference of its own, say the execution's ARN and start. Anything else is the record itself, and then a missing id depends on the visit of the state.
/// </remarks>
internal sealed class StepInput
{
    /// <summary>
    /// The most bytes that a record to be begun with may have. A state may have 256 KiB of input, and should anything fail later, the failure must find
    /// room beside the record: otherwise nobody could undo what was done.
    /// </summary>
    private const int LargestRecord = 192 * 1024;

    private readonly InputFields envelope;

    private StepInput(InputFields envelope, InputFields record, string? reference)
    {
        this.envelope = envelope;
        Record = record;
        Reference = reference;
    }

    /// <summary>The record.</summary>
    public InputFields Record { get; }

    /// <summary>The workflow's reference.</summary>
    public string? Reference { get; }

    public static StepInput Read(Json input, string recordName, Func<string, DomainException> refusal)
    {
        var fields = InputFields.Of(input, refusal);
        return fields.Contains(recordName) && fields.Contains("reference")
            ? new StepInput(fields, fields.RequiredObject(recordName), fields.Text("reference"))
            : new StepInput(fields, fields, reference: null);
    }

    /// <summary>The input of a step that begins something.</summary>
    public static StepInput ReadFirst(Json input, string recordName, Func<string, DomainException> refusal) =>
        input.Utf8Length <= LargestRecord
            ? Read(input, recordName, refusal)
            : throw refusal($"input: expected at most {LargestRecord} bytes, found {input.Utf8Length}.");

    /// <summary>The id that the record gives, or else one that follows from the reference; none without either.</summary>
    public string? IdOr(string name, string prefix, InputFields record) =>
        record.Id(name) ?? (Reference is null ? null : Identifier.From(prefix, Reference));

    /// <summary>The error that a Catch has put beside the record as <c>failure</c>.</summary>
    public CaughtFailure Failure() => CaughtFailure.Read(envelope);
}
