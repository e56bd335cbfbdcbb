using System.Collections.Generic;

namespace Dams.Cleaning.Names;

/// <summary>Finds names that initials follow, in the names of protocols and files: SAG_T1_ThornwickBB.</summary>
internal sealed class TrailingInitialsDetector : IDetector
{
    private const int ShortestName = 5;
    private const int MostInitials = 2;

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            if (IsPart(text, token) && LengthOfName(text.Text, token) is >= ShortestName and var length
                && token.Length - length is > 0 and <= MostInitials && !Vocabulary.IsCommonWord(token.Folded.Substring(0, length)))
            {
                yield return new Finding(token.Start, token.Length, FindingKind.Name);
            }
        }
    }

    private static bool IsPart(TokenizedText text, Token token) =>
        !token.IsNumber && token.Folded.Length == token.Length && char.IsUpper(text.Text[token.Start])
        && ((token.Start > 0 && text.Text[token.Start - 1] == '_') || (token.End < text.Text.Length && text.Text[token.End] == '_'));

    /// <summary>Number of letters before the initials; zero where something else than initials follows.</summary>
    private static int LengthOfName(string text, Token token)
    {
        var end = token.Start + 1;
        while (end < token.End && char.IsLower(text[end]))
            end++;
        for (var i = end; i < token.End; i++)
        {
            if (!char.IsUpper(text[i]))
                return 0;
        }
        return end - token.Start;
    }
}
