using System;
using Dams.Cleaning;
using Dams.Subjects;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Tests.Cleaning;

/// <summary>A date that is moved keeps the form and the language in which it stands.</summary>
public sealed class MovedDateTests
{
    [Theory]
    [InlineData("Befund seit Ende November 2019 bekannt", "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember")]
    [InlineData("lésion connue depuis novembre 2019", "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre")]
    [InlineData("lesión conocida desde octubre de 2020", "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre")]
    [InlineData("lesione nota dal settembre 2020", "gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre")]
    public void A_month_is_one_of_the_same_language(string text, string months)
    {
        var shift = DateShift.ForSubject(TestKey.Key, "SUBJ-1");
        var moved = new TextCleaner(new KnownValues(), shift, keepsDates: false).Clean(text, int.MaxValue);

        Assert.NotEqual(text, moved);
        Assert.Contains(months.Split('|'), month => moved.Contains(month, StringComparison.Ordinal));
    }
}
