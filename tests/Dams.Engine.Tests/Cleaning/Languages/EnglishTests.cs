using Xunit;

namespace Dams.Tests.Cleaning.Languages;

public sealed class EnglishTests
{
    [Theory]
    [InlineData("Stone^William", "Patient: Stone, seen today", "Patient: [removed], seen today")]
    [InlineData("Stone^William", "Mr Stone T2 TSE", "Mr [removed] T2 TSE")]
    [InlineData("Stone^William", "Stone's CT shows a stone of 8 mm", "[removed]'s CT shows a stone of 8 mm")]
    [InlineData("Voss^Emil", "E.V. returned for a scan, E.V. contrast given", "[removed] returned for a scan, E.V. contrast given")]
    [InlineData("", "seen in Mr Ogunleye's clinic", "seen in Mr [removed]'s clinic")]
    [InlineData("", "bleep if questions: Quillan Vrokek", "bleep if questions: [removed]")]
    [InlineData("", "bleep Richard D'Souza", "bleep [removed]")]
    [InlineData("Stone^William", "Bill reports less pain", "[removed] reports less pain")]
    [InlineData("Northcroft^Alban^James", "pt A.N. with known HCC", "pt [removed] with known HCC")]
    [InlineData("", "Report verified by T. Quillfeather, Consultant", "Report verified by [removed], Consultant")]
    [InlineData("", "Her daughter Mirabel can be reached at 07123 456789", "Her daughter [removed] can be reached at [removed]")]
    [InlineData("", "Lives in Brackendale, 14 Otter Lane, Brackendale NR4 7XZ", "Lives in [removed]")]
    [InlineData("", "Transferred from St. Osyth's Hospital Brackendale on 04/06/21.", "Transferred from [removed] Hospital [removed] on [removed].")]
    [InlineData("", "Ward 7B, NHS number 943 476 5919", "Ward [removed], NHS number [removed]")]
    public void What_identifies_in_English_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Baker cyst, Hill-Sachs lesion, Bosniak IIF, pT3 N1 M0, 80 ml Omnipaque 350")]
    public void Words_of_medicine_in_English_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
