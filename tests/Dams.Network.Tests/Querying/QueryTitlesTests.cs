using Dams.Network.Querying;
using Xunit;

namespace Dams.Network.Tests.Querying;

/// <summary>The titles of the columns of lists, as people write them.</summary>
public sealed class QueryTitlesTests
{
    [Theory]
    [InlineData("MRN")]
    [InlineData("Patient ID")]
    [InlineData("Patienten-ID")]
    [InlineData("Patientennummer")]
    [InlineData("환자번호")]
    [InlineData("등록 번호")]
    public void A_patient_is_known_by_his_column(string title) => Assert.Contains(ColumnTitles.Fold(title), QueryTitles.PatientID);

    [Theory]
    [InlineData("Accession Number")]
    [InlineData("Auftragsnummer")]
    [InlineData("접수번호")]
    [InlineData("검사번호")]
    public void An_order_is_known_by_its_column(string title) => Assert.Contains(ColumnTitles.Fold(title), QueryTitles.AccessionNumber);

    [Theory]
    [InlineData("CT_date")]
    [InlineData("Untersuchungsdatum")]
    [InlineData("Studiendatum")]
    [InlineData("검사일")]
    public void A_day_is_known_by_its_column(string title) => Assert.Contains(ColumnTitles.Fold(title), QueryTitles.StudyDate);

    [Fact]
    public void A_modality_is_known_by_its_column() => Assert.Contains(ColumnTitles.Fold("Modalität"), QueryTitles.Modality);
}
