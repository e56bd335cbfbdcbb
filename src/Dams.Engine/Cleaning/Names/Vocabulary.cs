using System;
using System.Collections.Generic;
using System.Linq;
using Dams.Cleaning.Languages;
using Dams.Core;

namespace Dams.Cleaning.Names;

/// <summary>Word lists that were made for Dams, and the words of which the standard's keywords are made.</summary>
internal static class Vocabulary
{
    private static readonly Lazy<HashSet<string>> Clinical = new(LoadClinical);
    private static readonly Lazy<HashSet<string>> SurnamesToo = new(() => [.. LanguageData.Words("words", "common").Select(Folding.Fold)]);
    private static readonly Lazy<HashSet<string>> NamesToo = new(() => [.. LanguageData.Words("words", "given").Select(Folding.Fold)]);
    private static readonly Lazy<HashSet<string>> GivenNames = new(() => [.. EmbeddedText.Lines("given-names.txt")]);
    private static readonly Lazy<HashSet<string>> Eponyms = new(() => [.. EmbeddedText.Lines("eponyms.txt")]);
    private static readonly Lazy<HashSet<string>> Things = new(() => [.. EmbeddedText.Lines("names-of-things.txt")]);
    private static readonly Lazy<HashSet<string>> Persons = new(() => [.. LanguageData.Words("words", "person").Select(Folding.Fold)]);
    private static readonly Lazy<HashSet<string>> Surnames = new(() => [.. EmbeddedText.Lines("surnames.txt")]);

    /// <summary>
    /// Whether a folded word belongs to anatomy, protocols, devices, reports or everyday sentences, so that standing
    /// alone it names nobody.
    /// </summary>
    public static bool IsCommonWord(string folded) => Clinical.Value.Contains(folded);

    /// <summary>Whether a folded word is an everyday one that people are called with as a given name, too: Grace.</summary>
    public static bool IsNameToo(string folded) => NamesToo.Value.Contains(folded);

    /// <summary>Whether a folded word of reports is a surname, too: Bell, Stein.</summary>
    public static bool IsSurnameToo(string folded) => SurnamesToo.Value.Contains(folded) || Eponyms.Value.Contains(folded);

    /// <summary>Whether a folded word is a surname by which signs, devices and methods are called, too.</summary>
    public static bool IsEponym(string folded) => Eponyms.Value.Contains(folded);

    /// <summary>Whether a folded word is a surname of so many people that alone it is one of them, though a sign is called so too.</summary>
    public static bool IsMostlyPerson(string folded) => Persons.Value.Contains(folded);

    /// <summary>Whether a folded word is in a list of names and is, alone and with a capital, more often a place, a product, a drug or a part of the body.</summary>
    public static bool IsAlsoThing(string folded) => Things.Value.Contains(folded);

    /// <summary>Whether a folded word is a common given name and nothing else.</summary>
    public static bool IsGivenName(string folded) => GivenNames.Value.Contains(folded);

    /// <summary>Whether a folded word is a common surname and nothing else.</summary>
    public static bool IsSurname(string folded) => Surnames.Value.Contains(folded);

    private static HashSet<string> LoadClinical()
    {
        var words = new HashSet<string>(EmbeddedText.Lines("vocabulary.txt"), StringComparer.Ordinal);
        words.UnionWith(LanguageData.Words("words", "common", "stop", "given").Select(Folding.Fold));
        // What announces a name is no part of it: Fratello Annalisa, Sohn Josef.
        words.UnionWith(LanguageData.Words("people", "Role", "Label").Where(label => !label.Contains(' ')).Select(Folding.Fold));
        foreach (var keyword in DataDictionary.Keywords)
        {
            var start = 0;
            for (var i = 1; i <= keyword.Length; i++)
            {
                if (i < keyword.Length && !(char.IsUpper(keyword[i]) && char.IsLower(keyword[i - 1])))
                    continue;
                words.Add(keyword.Substring(start, i - start).ToUpperInvariant());
                start = i;
            }
        }
        return words;
    }
}
