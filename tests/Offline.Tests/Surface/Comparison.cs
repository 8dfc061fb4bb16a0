namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>Holds an offline type against the sheet. It may have less than the real one, never more or other; and whatever a subclass has to have, it has.</summary>
internal sealed class Comparison(Sheet sheet)
{
    /// <summary>Everything about a type that is not as in the sheet.</summary>
    public IEnumerable<string> Differences(OfflineType offline)
    {
        if (sheet.Find(offline.FullName) is not { } real)
        {
            yield return $"{offline.FullName} is invented: the real packages have no such type";
            yield break;
        }

        if (!IsKind(offline.Kind, real.Kind))
        {
            yield return $"{offline.FullName} is a '{offline.Kind}', the real one a '{real.Kind}'";
        }

        foreach (var name in offline.Interfaces.Append(offline.Base).OfType<string>().Except(real.Bases))
        {
            yield return $"{offline.FullName} is a {name}; the real one is {(real.Bases.Count == 0 ? "nothing but itself" : string.Join(", ", real.Bases))}";
        }

        foreach (var member in offline.Members.Where(member => !real.Members.Exists(other => IsWithin(member, other))))
        {
            var likes = real.Members.Where(other => other.Name.Split('<')[0] == member.Name.Split('<')[0]).Select(other => $"\n      {other.Line}").ToList();
            yield return $"{offline.FullName} has an invented member:\n      {member.Line}\n    the real one has {(likes.Count == 0 ? "none of that name" : string.Concat(likes))}";
        }

        foreach (var owed in real.Members.Where(member => member.IsAbstract || real.Kind == "interface"))
        {
            if (!offline.Members.Any(member => IsWithin(member, owed)))
            {
                yield return $"{offline.FullName} lacks a member that the real one's subclasses must have:\n      {owed.Line}";
            }
        }
    }

    /// <summary>A list of an enum's names may be shorter, in the same order.</summary>
    private static bool IsKind(string offline, string real)
    {
        if (!real.StartsWith("enum ", StringComparison.Ordinal) || !offline.StartsWith("enum ", StringComparison.Ordinal))
        {
            return offline == real;
        }

        var names = EnumNames(real);
        var places = EnumNames(offline).Select(name => Array.IndexOf(names, name)).ToList();
        return !places.Contains(-1) && places.SequenceEqual(places.Order());
    }

    private static string[] EnumNames(string line) => line[(line.IndexOf('{', StringComparison.Ordinal) + 1)..].Split([' ', ',', '}'], StringSplitOptions.RemoveEmptyEntries);

    private static bool IsWithin(SheetMember offline, SheetMember real) =>
        WithoutEnumDefaults(offline.Signature) == WithoutEnumDefaults(real.Signature)
        && offline.IsAbstract == real.IsAbstract
        && (!offline.IsVirtual || real.IsVirtual)
        && (offline.IsProtected || !real.IsProtected)
        && offline.Accessors.All(accessor => real.Accessors.Contains(accessor) || (accessor == "init" && real.Accessors.Contains("set")));

    /// <summary>A default that is an enum is a number here; a shorter enum numbers its names otherwise.</summary>
    private static string WithoutEnumDefaults(string signature)
    {
        var open = signature.IndexOf('(', StringComparison.Ordinal);
        return open < 0
            ? signature
            : signature[..open] + string.Join(", ", Signatures.SplitList(signature[(open + 1)..^1]).Select(WithoutEnumDefault));
    }

    private static string WithoutEnumDefault(string parameter)
    {
        var (place, isPlain) = (parameter.IndexOf(" = ", StringComparison.Ordinal), parameter.Split(' ')[0] is "int" or "long" or "double" or "float" or "bool" or "string");
        return place < 0 || isPlain ? parameter : parameter[..place] + " = default";
    }
}
