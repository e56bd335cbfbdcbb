using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Dams.Cleaning.Patterns;
using Dams.Core;
using Xunit;

namespace Dams.Tests.Cleaning.Patterns;

public sealed class PatternSetTests
{
    // What identifiers, dates and addresses are made of, and what stands around them.
    private static readonly string[] Pieces =
    [
        "0", "1", "12", "30", "756", "2019", "0123", "456789", "1234567", " ", " ", " ", "-", ".", "/", ",", ":", "(", ")", "+49", "+", "#", "'", "\n", "@",
        "Tel", "fon", "call", "at", "born", "geb.", "né le", "生年月日", "a", "Aa", "LIV", "Liver", "mm", "yo", "Jahre", "Nov", "November", "janvier", "de", "rue", "Calle",
        "Hauptstraße", "Thornwick", "Road", "Street", "CA", "am", "vom", "서울특별시", "강남구", "東京都", "千代田区", "年", "月", "日", "www", "http://", "e\u0301", "\u200D", "１２", "_",
    ];

    public static TheoryData<string, int> Patterns
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var pattern in EmbeddedText.Lines("shapes.txt").Select(line => line.Split('\t')[2]).Distinct())
                data.Add(pattern, (int)RegexOptions.None);
            foreach (var line in EmbeddedText.Lines("date-forms.txt"))
                data.Add(line.Split('\t')[1], (int)RegexOptions.IgnoreCase);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Patterns))]
    public void What_an_expression_finds_is_found_in_the_one_pass_too(string pattern, int options)
    {
        var plain = new Regex(pattern, (RegexOptions)options | RegexOptions.CultureInvariant);
        var set = new PatternSet((RegexOptions)options, [pattern]);

        Assert.All(Texts(seed: 17, count: 400), text => Assert.Equal(
            plain.Matches(text).Cast<Match>().Select(match => (match.Index, match.Length)),
            set.Find(text).Of(0).Select(match => (match.Index, match.Length))));
    }

    [Theory]
    [InlineData(@"(?<!\d)12(?=x|$)", "12x 12y 112x 12")]
    [InlineData(@"(?<s>[-/])a\k<s>", "-a- -a/ /a/")]
    [InlineData(@"(?i)\b(tel|fax)(?-i:No)?", "TELno FaxNo hotel")]
    [InlineData(@"[\p{L}-[a-f]]{2,3}", "abgh ghij")]
    [InlineData(@"(?:a|bc){2}|d+?e", "abc bca ddde")]
    [InlineData("(?i)straße", "STRA\u1E9EE Straße")]
    public void All_that_an_expression_may_say_is_read(string pattern, string text)
    {
        var expected = Regex.Matches(text, pattern, RegexOptions.CultureInvariant).Cast<Match>().Select(match => match.Value).ToArray();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, new PatternSet(RegexOptions.None, ["z{9}", pattern]).Find(text).Of(1).Select(match => match.Value));
    }

    [Fact]
    public void An_expression_that_cannot_be_read_is_refused() =>
        Assert.Throws<ArgumentException>(() => new PatternSet(RegexOptions.None, ["(?m:a)"]));

    [Fact]
    public void Threads_that_share_it_find_the_same()
    {
        string[] patterns = [.. EmbeddedText.Lines("shapes.txt").Select(line => line.Split('\t')[2]).Distinct()];
        var texts = Texts(seed: 29, count: 300).ToArray();
        var alone = new PatternSet(RegexOptions.None, patterns);
        var expected = Array.ConvertAll(texts, text => Found(alone, text));
        var shared = new PatternSet(RegexOptions.None, patterns);
        var found = new List<string>[8];

        var works = Enumerable.Range(0, found.Length)
            .Select(i => WorkerThread.Start(() => found[i] = [.. (i % 2 == 0 ? texts : texts.Reverse()).Select(text => Found(shared, text))])).ToArray();
        Assert.All(works, work => work.Join());

        Assert.All(found, (texts, i) => Assert.Equal(i % 2 == 0 ? expected : expected.Reverse(), texts));

        string Found(PatternSet set, string text)
        {
            var matches = set.Find(text);
            return string.Join(" ", Enumerable.Range(0, patterns.Length).SelectMany(i => matches.Of(i).Select(match => $"{i}:{match.Index}+{match.Length}")));
        }
    }

    private static IEnumerable<string> Texts(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(3, 30); length > 0; length--)
                text.Append(Pieces[random.Next(Pieces.Length)]);
            yield return text.ToString();
        }
    }
}
