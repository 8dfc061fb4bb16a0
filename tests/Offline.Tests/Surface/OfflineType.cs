using System.Reflection;

namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>A type of an offline package, in the sheet's words.</summary>
internal sealed class OfflineType(Type type)
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // The sheet lists neither operators nor what every object and every record has.
    private static readonly HashSet<string> Everybodys =
        [nameof(Equals), nameof(GetHashCode), nameof(ToString), "<Clone>$", "PrintMembers", "EqualityContract"];

    private static readonly HashSet<Type> NoBases = [typeof(object), typeof(ValueType), typeof(Enum), typeof(MulticastDelegate)];

    /// <summary>Its full name.</summary>
    public string FullName => Signatures.FullName(type);

    /// <summary>What it is; the whole line for a delegate or an enum.</summary>
    public string Kind
    {
        get
        {
            if (type.IsEnum)
            {
                return $"enum {Signatures.Of(type)} {{ {string.Join(", ", type.GetEnumNames())} }}";
            }

            if (type.IsSubclassOf(typeof(Delegate)))
            {
                var invoke = Signatures.Of(type.GetMethod("Invoke")!);
                return $"delegate {invoke.Replace(" Invoke(", $" {Signatures.Of(type)}(", StringComparison.Ordinal)}";
            }

            return type switch
            {
                { IsInterface: true } => "interface",
                { IsValueType: true } => "struct",
                { IsAbstract: true, IsSealed: true } => "static class",
                { IsAbstract: true } => "abstract class",
                { IsSealed: true } => "sealed class",
                _ => "class",
            };
        }
    }

    /// <summary>Its base class, if it has one to speak of.</summary>
    public string? Base => type.BaseType is { } parent && !NoBases.Contains(parent) ? Signatures.Of(parent) : null;

    /// <summary>The interfaces that its base class does not have already.</summary>
    public IEnumerable<string> Interfaces => type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Where(face => face.IsPublic).Select(Signatures.Of);

    /// <summary>What is in it, as far as others see it.</summary>
    public IReadOnlyList<SheetMember> Members => type.IsEnum || type.IsSubclassOf(typeof(Delegate))
        ? []
        : [.. Constructors(), .. Methods(), .. Properties(), .. Fields()];

    private IEnumerable<SheetMember> Constructors() =>
        type.GetConstructors(Declared)
            .Where(constructor => !constructor.IsStatic && IsSeen(constructor))
            .Select(constructor => SheetMember.Parse($"{Protection(constructor)}{Signatures.Of(constructor)}"));

    private IEnumerable<SheetMember> Methods() =>
        type.GetMethods(Declared)
            .Where(method => IsSeen(method) && !method.IsSpecialName && !Everybodys.Contains(method.Name))
            .Select(method => SheetMember.Parse($"{Protection(method)}{Virtuality(method)}{Signatures.Of(method)}"));

    private IEnumerable<SheetMember> Properties() =>
        from property in type.GetProperties(Declared)
        where !Everybodys.Contains(property.Name)
        let accessors = property.GetAccessors(nonPublic: true).Where(IsSeen).ToList()
        where accessors.Count > 0
        select SheetMember.Parse(
            $"{(accessors[0].IsAbstract && !type.IsInterface ? "abstract " : "")}{Signatures.Of(property)} {{ {string.Join(' ', accessors.Select(Accessor))} }}");

    private IEnumerable<SheetMember> Fields() =>
        type.GetFields(Declared)
            .Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly)
            .Select(field => SheetMember.Parse(Signatures.Of(field)));

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Protection(MethodBase method) => method.IsPublic ? "" : "protected ";

    private string Virtuality(MethodInfo method) =>
        type.IsInterface || method.IsFinal ? ""
        : method.IsAbstract ? "abstract "
        : method.IsVirtual ? "virtual "
        : "";

    private static string Accessor(MethodInfo accessor) =>
        accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;"
        : accessor.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit") ? "init;"
        : "set;";
}
