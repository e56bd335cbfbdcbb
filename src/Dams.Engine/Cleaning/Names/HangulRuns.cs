namespace Dams.Cleaning.Names;

/// <summary>The runs of syllables in a text: words with their particles.</summary>
internal static class HangulRuns
{
    private const int Longest = 12;

    public static int NextRun(string text, int start)
    {
        while (start < text.Length && !KoreanWords.IsHangul(text[start]))
            start++;
        return start;
    }

    public static int EndOfRun(string text, int start)
    {
        while (start < text.Length && KoreanWords.IsHangul(text[start]))
            start++;
        return start;
    }

    public static string RunBefore(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < Longest && KoreanWords.IsHangul(text[start - 1]))
            start--;
        return text.Substring(start, end - start);
    }

    public static string NextWord(string text, int end)
    {
        if (end + 1 >= text.Length || text[end] != ' ' || !KoreanWords.IsHangul(text[end + 1]))
            return "";
        var last = end + 1;
        while (last < text.Length && last - end <= Longest && KoreanWords.IsHangul(text[last]))
            last++;
        return text.Substring(end + 1, last - end - 1);
    }

    public static int SkipSpaces(string text, int end)
    {
        for (var i = 0; i < 2 && end > 0 && text[end - 1] is ' ' or '\u3000' or '\t'; i++)
            end--;
        return end;
    }
}
