using System.Reflection;

namespace TaskOrchestration.Offline.Tests.Surface;

/// <summary>The assemblies of eng/offline, by the names of their folders.</summary>
internal static class OfflineAssembly
{
    /// <summary>Beside the tests, where it is if this build uses it.</summary>
    public static string PathOf(string folder) => Path.Combine(AppContext.BaseDirectory, $"TaskOrchestration.Offline.{folder}.dll");

    /// <summary>Loads one.</summary>
    public static Assembly Load(string folder) => Assembly.LoadFrom(PathOf(folder));
}
