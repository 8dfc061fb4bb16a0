namespace TaskOrchestration.Api.StepFunctions.Testing;

/// <summary>One member of a structure that a service answers with.</summary>
internal readonly record struct AnswerMember(string Name, bool IsRequired, string Type)
{
    /// <summary>Reads <c>Name:type</c> or <c>Name!:type</c>.</summary>
    public static AnswerMember Read(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var isRequired = text[colon - 1] == '!';
        return new AnswerMember(text[..(isRequired ? colon - 1 : colon)], isRequired, text[(colon + 1)..]);
    }
}
