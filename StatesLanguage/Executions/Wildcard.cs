namespace TaskOrchestration.StatesLanguage.Executions;

/// <summary>The patterns of <c>StringMatches</c>: <c>*</c> stands for any characters, <c>\*</c> for an asterisk and <c>\\</c> for a backslash.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text matches. Takes time in proportion to the product of the lengths at worst.</summary>
    public static bool Matches(string pattern, string text)
    {
        int p = 0, t = 0;

        // Where to resume when a later literal does not fit: after the last star, one character further into the text.
        int starPattern = -1, starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                starPattern = ++p;
                starText = t;
            }
            else if (Literal(pattern, p) is var (literal, width) && width > 0 && literal == text[t])
            {
                p += width;
                t++;
            }
            else if (starPattern >= 0)
            {
                p = starPattern;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
        {
            p++;
        }

        return p == pattern.Length;
    }

    /// <summary>The literal character at a place in the pattern and how many characters spell it; 0 at the end.</summary>
    private static (char Literal, int Width) Literal(string pattern, int p)
    {
        if (p >= pattern.Length)
        {
            return ('\0', 0);
        }

        return pattern[p] == '\\' && p + 1 < pattern.Length && pattern[p + 1] is ('*' or '\\') ? (pattern[p + 1], 2) : (pattern[p], 1);
    }
}
