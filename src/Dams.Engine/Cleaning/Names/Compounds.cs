namespace Dams.Cleaning.Names;

/// <summary>German writes words of words, more than any list has: Schleimhautschwellung.</summary>
internal static class Compounds
{
    private const int ShortestPart = 4;
    private const int Longest = 40;
    private const int MostParts = 4;

    // What stands between the words of one: s, n, en, es, er, e.
    private static readonly string[] Links = ["", "S", "N", "EN", "ES", "ER", "E"];

    /// <summary>Whether a folded word is made of two words or more that are no names.</summary>
    public static bool IsOne(string folded) => folded.Length is >= 2 * ShortestPart and <= Longest && IsMadeOfWords(folded, 0, MostParts, new bool[folded.Length]);

    /// <param name="failed">From which places on no words were found.</param>
    private static bool IsMadeOfWords(string folded, int start, int parts, bool[] failed)
    {
        if (parts == 0 || failed[start])
            return false;
        for (var length = ShortestPart; start + length <= folded.Length; length++)
        {
            if (start + length == folded.Length ? start == 0 : !Vocabulary.IsCommonWord(folded.Substring(start, length)))
                continue;
            if (start + length == folded.Length)
            {
                if (Vocabulary.IsCommonWord(folded.Substring(start)))
                    return true;
                continue;
            }
            foreach (var link in Links)
            {
                var next = start + length + link.Length;
                if (next + ShortestPart <= folded.Length && string.CompareOrdinal(folded, start + length, link, 0, link.Length) == 0 && IsMadeOfWords(folded, next, parts - 1, failed))
                    return true;
            }
        }
        failed[start] = true;
        return false;
    }
}
