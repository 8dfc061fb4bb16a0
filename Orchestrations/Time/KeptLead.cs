using System.Xml;
using TaskOrchestration.StatesLanguage.Values;

namespace TaskOrchestration.Orchestrations.Time;

/// <summary>How far the clock of a data folder is ahead of the machine's, in a file of the folder.</summary>
internal sealed class KeptLead(string dataFolder)
{
    /// <summary>What the file is called.</summary>
    public const string FileName = "clock.json";

    private readonly string file = Path.Combine(dataFolder, FileName);

    /// <summary>Whether the folder's clock was ever moved.</summary>
    public bool Exists => File.Exists(file);

    /// <summary>How far it is ahead.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public TimeSpan Read()
    {
        if (!Exists)
        {
            return TimeSpan.Zero;
        }

        try
        {
            var lead = Json.Parse(File.ReadAllBytes(file)) is JsonObject kept && kept["aheadBy"] is JsonString text ? XmlConvert.ToTimeSpan(text.Value) : TimeSpan.MinValue;
            return lead >= TimeSpan.Zero ? lead : throw Damaged(null);
        }
        catch (Exception e) when (e is JsonSyntaxException or FormatException or OverflowException)
        {
            throw Damaged(e);
        }
    }

    /// <summary>On disk when it returns.</summary>
    public void Write(TimeSpan lead)
    {
        var written = file + ".new";
        using (var stream = new FileStream(written, FileMode.Create, FileAccess.Write))
        {
            stream.Write(JsonObject.Of(("aheadBy", Json.Of(XmlConvert.ToString(lead)))).ToUtf8());
            stream.Flush(flushToDisk: true);
        }

        File.Move(written, file, overwrite: true);
    }

    private InvalidDataException Damaged(Exception? inner) =>
        new($"{file}: expected how far the clock is ahead, such as {{\"aheadBy\":\"P1D\"}}, found something else.", inner);
}
