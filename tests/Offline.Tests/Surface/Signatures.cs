using System.Reflection;
using System.Runtime.CompilerServices;

namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>Writes what reflection sees the way the sheet does.</summary>
internal static class Signatures
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(char)] = "char", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    /// <summary>The parts of a list with commas, none of them inside angle brackets.</summary>
    public static IReadOnlyList<string> SplitList(string list)
    {
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= list.Length; i++)
        {
            var c = i < list.Length ? list[i] : ',';
            depth += c switch { '<' => 1, '>' => -1, _ => 0 };
            if (c == ',' && (depth == 0 || i == list.Length))
            {
                parts.Add(list[start..i].Trim());
                start = i + 1;
            }
        }

        return parts;
    }

    /// <summary>A type's name as it is used.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{Of(value)}?";
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[]";
        }

        if (type.IsByRef)
        {
            return $"ref {Of(type.GetElementType()!)}";
        }

        return type.IsGenericParameter ? type.Name : Outer(type) + Bare(type.Name) + Arguments(type);
    }

    /// <summary>A type's full name, with its type parameters.</summary>
    public static string FullName(Type type) => $"{type.Namespace}.{Of(type)}";

    /// <summary>A constructor's parameters.</summary>
    public static string Of(ConstructorInfo constructor) => $"ctor({Parameters(constructor)})";

    /// <summary>A method with its type parameters.</summary>
    public static string Of(MethodInfo method)
    {
        var types = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Of(method.ReturnType)} {method.Name}{types}({Parameters(method)})";
    }

    /// <summary>A property without its accessors.</summary>
    public static string Of(PropertyInfo property) =>
        $"{((property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "")}{Of(property.PropertyType)} {property.Name}";

    /// <summary>A field.</summary>
    public static string Of(FieldInfo field) =>
        $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Of(field.FieldType)} {field.Name}";

    private static string Outer(Type type) => type.IsNested ? $"{Bare(type.DeclaringType!.Name)}." : "";

    private static string Bare(string name) => name.Split('`')[0];

    private static string Arguments(Type type) => type.IsGenericType ? $"<{string.Join(", ", type.GetGenericArguments().Select(Of))}>" : "";

    private static string Parameters(MethodBase method)
    {
        var extends = method.IsDefined(typeof(ExtensionAttribute), false);
        return string.Join(", ", method.GetParameters().Select(parameter => (extends && parameter.Position == 0 ? "this " : "") + Of(parameter)));
    }

    private static string Of(ParameterInfo parameter)
    {
        var prefix = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : "";
        return $"{prefix}{Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    /// <summary>The sheet says "default" for null and for structs, and gives enums as numbers.</summary>
    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        Enum value => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture),
        var value => value.ToString()!,
    };
}
