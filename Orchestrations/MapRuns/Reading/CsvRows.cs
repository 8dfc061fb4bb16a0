using System.Text;

namespace TaskOrchestration.Orchestrations.MapRuns.Reading;

/// <summary>The rows of a file of delimited text, one at a time.</summary>
/// <remarks>
/// AWS's rules, which go beyond RFC 4180: quotes around a field let it hold the delimiter and ends of lines, two quotes within them are one, and a
/// backslash does the same for another backslash, a quote and the delimiter; before anything else it is dropped. A line with nothing on it is no row.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html">ItemReader on AWS</seealso>
internal sealed class CsvRows(TextReader text, char delimiter)
{
    private const char Quote = '"';
    private const char Escape = '\\';

    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder field = new();
    private readonly List<string> row = [];
    private int at;
    private int end;
    private int length;
    private Place place;
    private bool isEscaped;
    private bool hasQuotes;
    private bool wasCarriageReturn;

    private enum Place
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuotes,
    }

    /// <summary>How many rows have been read.</summary>
    public long Count { get; private set; }

    /// <summary>The next row, or null after the last one.</summary>
    /// <exception cref="ItemReaderException">A quote has no end, or the row is too long.</exception>
    public async ValueTask<string[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (at < end)
            {
                if (IsEndOfRow(buffer[at++]) && TakeRow() is { } whole)
                {
                    return whole;
                }
            }

            at = 0;
            end = await text.ReadAsync(buffer, cancellationToken);
            if (end == 0)
            {
                return Last();
            }
        }
    }

    private bool IsEndOfRow(char character)
    {
        var isSecondHalf = wasCarriageReturn && character == '\n';
        wasCarriageReturn = false;
        if (isSecondHalf)
        {
            return false;
        }

        switch (place)
        {
            case var _ when isEscaped:
                isEscaped = false;
                Append(character);
                return false;
            case Place.Quoted:
                TakeQuoted(character);
                return false;
            case Place.FieldStart or Place.QuoteInQuotes when character == Quote:
                TakeQuote();
                return false;
            default:
                return TakePlain(character);
        }
    }

    private void TakeQuoted(char character)
    {
        switch (character)
        {
            case Escape:
                isEscaped = true;
                break;
            case Quote:
                place = Place.QuoteInQuotes;
                break;
            default:
                Append(character);
                break;
        }
    }

    /// <summary>A quote that opens a field, or the second of two within one.</summary>
    private void TakeQuote()
    {
        if (place == Place.QuoteInQuotes)
        {
            Append(Quote);
        }

        place = Place.Quoted;
        hasQuotes = true;
    }

    private bool TakePlain(char character)
    {
        place = Place.Plain;
        if (character is '\n' or '\r')
        {
            wasCarriageReturn = character == '\r';
            EndField();
            return true;
        }

        if (character == delimiter)
        {
            EndField();
        }
        else if (character == Escape)
        {
            isEscaped = true;
        }
        else
        {
            Append(character);
        }

        return false;
    }

    private void Append(char character)
    {
        if (++length > ReadLimits.ItemBytes)
        {
            throw new ItemReaderException($"Expected rows of at most {ReadLimits.ItemBytes} characters, found row {Count + 1} longer.");
        }

        field.Append(character);
    }

    private void EndField()
    {
        row.Add(field.ToString());
        field.Clear();
        place = Place.FieldStart;
    }

    /// <summary>The row, or null if there is nothing in it.</summary>
    private string[]? TakeRow()
    {
        var isBlank = row is [""] && !hasQuotes;
        string[] whole = [.. row];
        row.Clear();
        length = 0;
        hasQuotes = false;
        if (isBlank)
        {
            return null;
        }

        Count++;
        return whole;
    }

    private string[]? Last()
    {
        if (place == Place.Quoted)
        {
            throw new ItemReaderException($"Expected the end of a quoted field in row {Count + 1}, found the end of the file.");
        }

        if (row.Count == 0 && place == Place.FieldStart)
        {
            return null;
        }

        EndField();
        return TakeRow();
    }
}
