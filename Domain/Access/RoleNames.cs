using System.Diagnostics.CodeAnalysis;

namespace TaskOrchestration.Domain.Access;

/// <summary>What roles are called outside the program: <c>viewer</c>, <c>operator</c>, <c>worker</c>, <c>author</c>, <c>admin</c>.</summary>
public static class RoleNames
{
    private static readonly (Roles Role, string Name)[] Known =
    [
        (Roles.Viewer, "viewer"),
        (Roles.Operator, "operator"),
        (Roles.Worker, "worker"),
        (Roles.Author, "author"),
        (Roles.Admin, "admin"),
    ];

    /// <summary>Every name there is.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Name)];

    /// <summary>The names of these roles, in the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<string> Of(Roles roles) => [.. Known.Where(known => roles.HasFlag(known.Role)).Select(known => known.Name)];

    /// <summary>The one role of this name. Letter case does not matter.</summary>
    public static bool TryParse(string name, [NotNullWhen(true)] out Roles? role)
    {
        role = Known.Where(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => (Roles?)known.Role).FirstOrDefault();
        return role is not null;
    }
}
