using TaskOrchestration.StatesLanguage.States;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Fields that hold one of a few words of the language.</summary>
internal static class WordFields
{
    public static T? Read<T>(FieldReader reader, string name)
        where T : struct, Enum => Word.Read<T>(reader.OneOf(name, Word.All<T>()));
}
