using System.Collections.Concurrent;

namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>What the actions of one service answer.</summary>
/// <remarks>Read from the files that <c>eng/service-answers</c> writes and describes, each when it is first asked for.</remarks>
internal sealed class AnswerModel
{
    private static readonly ConcurrentDictionary<string, AnswerModel?> Known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> structures = new(StringComparer.Ordinal);

    private AnswerModel(TextReader lines)
    {
        var part = answers;
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
            {
                part = structures;
                continue;
            }

            var end = line.IndexOf(' ', StringComparison.Ordinal);
            part.Add(end < 0 ? line : line[..end], end < 0 ? "" : line[(end + 1)..]);
        }
    }

    /// <summary>The model of a service, or null where there is none.</summary>
    /// <param name="service">Its name in <c>arn:aws:states:::aws-sdk:NAME:action</c>.</param>
    public static AnswerModel? Of(string service) => Known.GetOrAdd(service, Read);

    /// <summary>The type of an action's answer, or null where it has none, or none that is known.</summary>
    public string? TypeOfAnswer(string action) => answers.GetValueOrDefault(action);

    /// <summary>The members of a structure.</summary>
    public IEnumerable<AnswerMember> Members(string structure) =>
        structures[structure].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(AnswerMember.Read);

    private static AnswerModel? Read(string service)
    {
        using var stream = typeof(AnswerModel).Assembly.GetManifestResourceStream($"answers/{service}");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return new AnswerModel(reader);
    }
}
