using System.Reflection;
using System.Xml.Linq;
using TaskOrchestration.Support;

namespace TaskOrchestration.HouseRules.Tests;

/// <summary>A top folder of the product, built into one assembly.</summary>
/// <param name="Name">The name of the folder.</param>
/// <param name="Assembly">What it is built into.</param>
/// <param name="MayUse">The rooms that it may refer to.</param>
public sealed record Room(string Name, Assembly Assembly, params string[] MayUse)
{
    /// <summary>Every room there is, from the inside out.</summary>
    public static readonly IReadOnlyList<Room> All =
    [
        new("StatesLanguage", Load("TaskOrchestration.StatesLanguage")),
        new("Domain", Load("TaskOrchestration.Domain")),
        new("Orchestrations", Load("TaskOrchestration.Orchestrations"), "StatesLanguage", "Domain"),
        new("Api", Load("TaskOrchestration.Api"), "Orchestrations", "StatesLanguage", "Domain"),
        new("Cli", Load("taskorch"), "Api", "Orchestrations", "StatesLanguage", "Domain"),
    ];

    /// <summary>The names of the assemblies it refers to.</summary>
    public IEnumerable<string> References => Assembly.GetReferencedAssemblies().Select(name => name.Name!);

    /// <summary>The packages that its project file asks for.</summary>
    public IEnumerable<string> Packages =>
        XDocument.Load(Repository.PathOf(Name, $"{Name}.csproj")).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);

    /// <summary>Its types as written in the sources, without those that the compiler adds.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("TaskOrchestration.", StringComparison.Ordinal) == true && !type.Name.Contains('<'));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static Assembly Load(string name) => Assembly.Load(new AssemblyName(name));
}
