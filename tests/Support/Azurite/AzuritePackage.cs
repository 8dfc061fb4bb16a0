using System.ComponentModel;
using System.Diagnostics;

namespace TaskOrchestration.Support.Azurite;

/// <summary>The emulator's npm package, installed as its lock file says the first time a test needs it.</summary>
internal static class AzuritePackage
{
    public static string Folder => Repository.PathOf("tests/Support/Azurite");

    private static string Modules => Path.Combine(Folder, "node_modules");

    private static string Installed => Path.Combine(Modules, ".installed");

    private static string LockFile => Path.Combine(Folder, "package-lock.json");

    public static void Install()
    {
        if (IsInstalled())
        {
            return;
        }

        // Several projects are tested at once, each in a process of its own.
        using var turn = Turn();
        if (!IsInstalled())
        {
            Run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
            File.Copy(LockFile, Installed, overwrite: true);
        }
    }

    private static bool IsInstalled() => File.Exists(Installed) && File.ReadAllText(Installed) == File.ReadAllText(LockFile);

    private static FileStream Turn()
    {
        var name = Path.Combine(Path.GetTempPath(), $"azurite-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Folder)))[..16]}.lock");
        while (true)
        {
            try
            {
                return new FileStream(name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                // Another process installs the same; there is nothing to wait on but the file.
                Thread.Sleep(100);
            }
        }
    }

    private static void Run(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command} did not start.");
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"`{command} {string.Join(' ', arguments)}` in {Folder} failed: {errors}{output.Result}");
            }
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"The tests of the Azure stores need Node.js 20 or later: expected {command} on the PATH, found none. Install it, then run the tests again.", missing);
        }
    }
}
