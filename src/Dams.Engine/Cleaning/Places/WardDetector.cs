using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning.Languages;
using Dams.Cleaning.Names;
using Dams.Cleaning.Patterns;

namespace Dams.Cleaning.Places;

/// <summary>Finds wards, rooms and beds by the words before them: ward 7B, Station Innere 2, 病棟 5東.</summary>
internal sealed class WardDetector : IDetector
{
    private static readonly Lazy<PatternSet> Pattern = new(() => new PatternSet(
        RegexOptions.IgnoreCase,
        [$@"(?<![\p{{L}}\p{{N}}])(?:{Labels("en", "de", "fr", "es", "it")})\.?[ ]?(?:(?:no|nr|n[°º]|num)\.?)?[ ]?[:=#]?[ ]?(?<value>(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}}) )?(?:\d{{1,4}}[ªº°]?(?:[ -]?(?-i:\p{{Lu}})(?![\p{{L}}\d])| ?(?:bis|ter)(?!\p{{L}}))?|(?-i:\p{{Lu}}{{1,2}}) ?-?\d{{1,4}})(?: (?-i:West|East|North|South|Ost|Nord|Süd|Est|Ouest|Sud|Este|Norte|Sur|Oeste|Ovest|[A-D](?!\p{{L}})))?(?![\p{{L}}\d]|[.,]\d|-\p{{Lu}}?\d|\s?(?:mm|cm|ml|x)\b)|(?-i:\p{{Lu}}\p{{Ll}}{{2,}} [A-Z])(?![\p{{L}}\d])|(?-i:(?<word>\p{{Lu}}\p{{Ll}}{{2,}}))(?= |[,;.)]|$))"]));

    private static readonly Lazy<PatternSet> Scripted = new(() => new PatternSet(
        RegexOptions.None,
        [$@"(?:{Labels("ko", "ja", "zh")})[ :：]{{0,2}}(?<value>(?:[\u3400-\u9FFF]{{1,4}}科)?\d{{1,4}}[ -]?[A-Z東西南北동서남북]?(?:床|号|号室|호|호실|병동|病棟)?|[A-Z]-?\d{{1,3}})|(?<value>\d{{1,4}}[A-Z東西南北동서남북]?) ?(?:병동|호실|病棟|号室|病区|病室)"]));

    public IEnumerable<Finding> Find(TokenizedText text)
    {
        foreach (var match in (text.HasUnspacedScript ? Scripted : Pattern).Value.Find(text.WithAsciiDigits).Of(0))
        {
            var (value, word) = (match.Groups["value"], match.Groups["word"]);
            var isWord = word.Success && !value.Value.Any(char.IsDigit);
            if (!isWord || !Vocabulary.IsCommonWord(Folding.Fold(word.Value)))
                yield return new Finding(value.Index, value.Length, FindingKind.Institution);
        }
    }

    private static string Labels(params string[] languages) => string.Join("|", languages.SelectMany(language => LanguageData.Lines(language, "places"))
        .Where(line => line.Kind == "ward").Select(line => line.Words).OrderByDescending(word => word.Length).Select(Regex.Escape));
}
