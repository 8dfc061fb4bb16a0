using TaskOrchestration.StatesLanguage.Expressions;
using TaskOrchestration.StatesLanguage.Expressions.Intrinsics;
using TaskOrchestration.StatesLanguage.Expressions.JsonPaths;
using TaskOrchestration.StatesLanguage.States;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.StatesLanguage.Parsing.Fields;

/// <summary>Fields that hold a path.</summary>
internal static class PathFields
{
    /// <summary><c>InputPath</c> or <c>OutputPath</c>.</summary>
    public static DataPath DataPath(FieldReader reader, string name)
    {
        if (!reader.Has(name) || reader.IsJsonata)
        {
            return States.DataPath.Whole;
        }

        if (reader.Find(name) is JsonNull)
        {
            return States.DataPath.Nothing;
        }

        return ValuePath(reader, name) is { } path && path.Text != "$" ? new DataPath.At(path) : States.DataPath.Whole;
    }

    /// <summary><c>ResultPath</c>.</summary>
    public static ResultTarget ResultTarget(FieldReader reader)
    {
        const string Name = "ResultPath";
        if (!reader.Has(Name) || reader.IsJsonata)
        {
            return States.ResultTarget.Replace;
        }

        if (reader.Find(Name) is JsonNull)
        {
            return States.ResultTarget.Discard;
        }

        if (reader.Text(Name) is not { } text)
        {
            return States.ResultTarget.Replace;
        }

        if (!text.StartsWith('$') || !JsonPath.TryParse(text, out var path, out _) || !path.IsReferencePath)
        {
            reader.ReportAt(Name, $"Value is not a Reference Path: expected $ followed by names and indexes, found '{text}'");
            return States.ResultTarget.Replace;
        }

        return path.IsRoot ? States.ResultTarget.Replace : new ResultTarget.At(path);
    }

    /// <summary>A path into the data, the context object or a variable; null where there is none or it is not one.</summary>
    public static ValuePath? ValuePath(FieldReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
        {
            return null;
        }

        if (PathText.TryRead(text, out var path, out var error))
        {
            return path;
        }

        reader.ReportAt(name, $"Value is not a valid JSONPath: {error}");
        return null;
    }

    /// <summary>A path as an expression; null where there is none or it is not one.</summary>
    public static Expression? Path(FieldReader reader, string name) =>
        ValuePath(reader, name) is { } path ? new Expression.PathTo(path) : null;

    /// <summary>A path or an intrinsic function.</summary>
    public static Expression? PathOrCall(FieldReader reader, string name)
    {
        if (reader.Text(name) is not { } text)
        {
            return null;
        }

        if (Computed(text) is { } expression)
        {
            return expression;
        }

        reader.ReportAt(name, $"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call");
        return null;
    }

    /// <summary>What a text stands for that must be a path or an intrinsic function; null where it is neither.</summary>
    public static Expression? Computed(string text)
    {
        if (PathText.TryRead(text, out var path, out _))
        {
            return new Expression.PathTo(path);
        }

        return text.StartsWith("States.", StringComparison.Ordinal) && IntrinsicCall.TryParse(text, out var call, out _)
            ? new Expression.Call(call)
            : null;
    }
}
