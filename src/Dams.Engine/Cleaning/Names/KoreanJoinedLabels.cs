using System;
using System.Linq;

namespace Dams.Cleaning.Names;

/// <summary>
/// Finds names in Hangul that stand in one word with the label before them: 간호사고다은, 딸미소, and on forms, where one syllable stands
/// for the label, 판고다은. The given name has to be a common one, since other words start like labels.
/// </summary>
internal static class KoreanJoinedLabels
{
    private const int ShortestGiven = 2;

    /// <summary>Where in a run of syllables the name stands; nothing where there is none.</summary>
    public static (int Start, int Length) Find(string run)
    {
        for (var start = Math.Min(KoreanWords.LongestRole, run.Length - ShortestGiven); start > 0; start--)
        {
            var (label, rest) = (run.Substring(0, start), run.Substring(start));
            // 판독지연 starts with another word.
            var isMark = KoreanWords.IsMark(label) && !KoreanWords.IsAct(run.Substring(0, start + 1)) && !Vocabulary.IsCommonWord(run.Substring(0, start + 1));
            if (!isMark && !KoreanWords.IsRole(label) && !(KoreanWords.IsAct(label) && start > 1))
                continue;
            var length = KoreanWords.NameLength(rest) is > 0 and var whole && (KoreanWords.HasListedGiven(rest.Substring(0, whole)) || KoreanWords.EndsAsName(rest, rest.Substring(0, whole))) ? whole
                : KoreanWords.IsRole(label) ? LengthOfGiven(rest) : 0;
            if (length > 0 && (length == rest.Length || !isMark) && !KoreanWords.IsCommon(run, isAnnounced: false) && !KoreanWords.IsCommon(rest, isAnnounced: true))
                return (start, length);
        }
        return default;
    }

    private static int LengthOfGiven(string rest) => Enumerable.Range(ShortestGiven, Math.Max(0, Math.Min(2, rest.Length - 1)))
        .LastOrDefault(length => (KoreanWords.IsGiven(rest.Substring(0, length)) || KoreanWords.LooksGiven(rest.Substring(0, length))) && KoreanWords.IsParticle(rest.Substring(length)));
}
