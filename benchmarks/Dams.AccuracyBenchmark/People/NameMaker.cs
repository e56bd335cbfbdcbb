using System;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.People;

/// <summary>Names of people and places that do not exist, of syllables.</summary>
internal sealed class NameMaker(Random random)
{
    private static readonly string[] Onsets =
    [
        "Vro", "Zel", "Qui", "Thra", "Mok", "Ulg", "Xan", "Wiv", "Drem", "Oth", "Kyl", "Pev", "Jask", "Yor", "Brun", "Lesk", "Ghe", "Nju",
    ];
    private static readonly string[] Middles = ["na", "vi", "ro", "tu", "ke", "lo", "za", "mi", "gwe", "shu", "bra", "fe"];
    private static readonly string[] Ends =
    [
        "vek", "dyr", "quist", "mund", "pold", "zan", "rith", "nex", "gorl", "bask", "tane", "whyl", "jek",
    ];
    private static readonly string[] Accented = ["Brö", "Zäl", "Grü", "Thé", "Nuñ", "Øst"];
    private static readonly string[] CyrillicOnsets = ["Вро", "Зел", "Тра", "Мок", "Ульг", "Ксан", "Дрем", "Отх", "Пев", "Яск"];
    private static readonly string[] CyrillicEnds = ["навек", "видыр", "рокунд", "тупольд", "кезан", "лорит", "забаск", "мигорл"];
    private const string KanjiFamily = "榊嶋蓑蔦鴫鷲葛峠辻樫椚楡";
    private const string KanjiGiven = "彗凪颯雫葵暁楓燈澪梢";
    private const string HangulAll = "뢰묵벅쇄왈쟁쾌튤펙휼곰낙";
    private const string HanAll = "濮闾麴逄郏隗茹鄢骞翥昶赟";

    /// <summary>A word of Latin letters that stands nowhere else.</summary>
    public string Word() => Pick(Onsets) + Pick(Middles) + Pick(Middles) + Pick(Ends);

    public string Accent() => Pick(Accented) + Pick(Middles) + Pick(Ends);

    public string Cyrillic() => Pick(CyrillicOnsets) + Pick(CyrillicEnds);

    public string KanjiFamilyName() => Two(KanjiFamily);

    public string KanjiGivenName() => Two(KanjiGiven);

    public string Hangul(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => HangulAll[random.Next(HangulAll.Length)]));

    public string Han(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => HanAll[random.Next(HanAll.Length)]));

    public string Digits(int length) =>
        string.Concat(Enumerable.Range(0, length).Select(i => (char)('0' + (i == 0 ? random.Next(1, 10) : random.Next(10)))));

    public string Pick(string[] words) => words[random.Next(words.Length)];

    private string Two(string from)
    {
        var first = random.Next(from.Length);
        var second = random.Next(from.Length - 1);
        return $"{from[first]}{from[second >= first ? second + 1 : second]}";
    }
}
