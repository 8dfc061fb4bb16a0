using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Fields that hold one of a few words of the language.</summary>
internal static class WordFields
{
    public static T? Read<T>(FieldReader reader, string name)
        where T : struct, Enum => Word.Read<T>(reader.OneOf(name, Word.All<T>()));

    /// <summary>The same where AWS knows more words than can be run here; one of those is refused by its name.</summary>
    public static T? Read<T>(FieldReader reader, string name, string unsupported, string what)
        where T : struct, Enum
    {
        var word = reader.OneOf(name, [.. Word.All<T>(), unsupported]);
        if (word == unsupported)
        {
            reader.Scope.Problems.Add(
                ProblemCode.NotSupportedYet,
                $"{what} are not supported: expected the {name} [{string.Join(", ", Word.All<T>())}], found '{unsupported}'",
                reader.At(name));
        }

        return Word.Read<T>(word);
    }
}
