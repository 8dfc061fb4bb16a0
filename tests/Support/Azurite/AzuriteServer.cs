using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TaskOrchestration.Support.Azurite;

/// <summary>The storage emulator: one for each process of tests, started when first asked for, gone when that process is, however it ends.</summary>
public sealed partial class AzuriteServer
{
    private const int Accounts = 4000;

    private static readonly Lazy<AzuriteServer> Running = new(Start);

    private readonly Uri blobs;
    private readonly Uri tables;
    private int given;

    private AzuriteServer(Uri blobs, Uri tables) => (this.blobs, this.tables) = (blobs, tables);

    private static string Key => Convert.ToBase64String("key"u8);

    /// <summary>An account nobody else is given, so that tests see nothing of each other.</summary>
    public static AzuriteAccount NewAccount() => Running.Value.Next();

    private AzuriteAccount Next()
    {
        var number = Interlocked.Increment(ref given) - 1;
        if (number >= Accounts)
        {
            throw new InvalidOperationException($"Expected at most {Accounts} accounts in one process of tests.");
        }

        var name = NameOf(number);
        return new AzuriteAccount(name, Key, new Uri(blobs, name), new Uri(tables, name));
    }

    private static AzuriteServer Start()
    {
        AzuritePackage.Install();
        var process = Process.Start(StartInfo()) ?? throw new InvalidOperationException("node did not start.");
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        process.BeginErrorReadLine();
        Uri? blobService = null;
        Uri? tableService = null;
        while (blobService is null || tableService is null)
        {
            var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"Expected Azurite to start, found that it ended: {said}");
            said.AppendLine(line);
            var listening = Listening().Match(line);
            if (listening.Success)
            {
                var address = new Uri(listening.Groups["address"].Value);
                blobService = listening.Groups["service"].Value == "Blob" ? address : blobService;
                tableService = listening.Groups["service"].Value == "Table" ? address : tableService;
            }
        }

        // Nobody reads what it says from here on; were the pipe left to fill, it would stop.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new AzuriteServer(blobService, tableService);
    }

    private static ProcessStartInfo StartInfo()
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            Path.Combine(AzuritePackage.Folder, "serve.cjs"), "--inMemoryPersistence", "--silent", "--disableTelemetry",
            "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(number => $"{NameOf(number)}:{Key}"));
        return start;
    }

    private static string NameOf(int number) => "account" + number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Azurite (?<service>\w+) service is successfully listening at (?<address>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
