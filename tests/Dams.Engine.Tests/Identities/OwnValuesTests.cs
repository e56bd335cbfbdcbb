using Dams.Identities;
using Dams.Subjects;
using Xunit;

namespace Dams.Tests.Identities;

/// <summary>New values that say who their patient is, in the writings in which people meet them.</summary>
public sealed class OwnValuesTests
{
    private static readonly SourceIdentity Own = new("0004711", "Muster^Anna Maria=安娜^穆斯特", "19520303", IsRemoved: false);

    [Theory]
    [InlineData("4711")]
    [InlineData("00004711")]
    [InlineData("0004711")]
    [InlineData("S-0004711")]
    [InlineData("S-4711")]
    [InlineData("P4711")]
    [InlineData("P4711x2")]
    [InlineData("000-4711")]
    [InlineData("０００４７１１")]
    [InlineData("000\u200B4711")]
    [InlineData("Muster Anna")]
    [InlineData("anna maria muster")]
    [InlineData("MUSTER^ANNA^MARIA")]
    [InlineData("AnnaMuster")]
    [InlineData("Ｍｕｓｔｅｒ＾Ａｎｎａ Ｍａｒｉａ")]
    [InlineData("穆斯特安娜")]
    [InlineData("S 03.03.1952")]
    [InlineData("MA19520303")]
    [InlineData("S1-1952-03-03")]
    [InlineData("3 March 1952")]
    public void A_new_value_that_says_who_the_patient_is_is_refused(string value) => Assert.Equal("GivenValueIsPatients", Refusal(value, Own));

    [Theory]
    [InlineData("S-1")]
    [InlineData("LIVER-47110")]
    [InlineData("14711")]
    [InlineData("Subject 7")]
    [InlineData("S 1952")]
    [InlineData("MA19520101")]
    [InlineData("S 04.03.1952")]
    public void Another_is_taken(string value) => Assert.Null(Refusal(value, Own));

    [Theory]
    [InlineData("Щербакова^Юлия", "Shcherbakova Yulia")]
    [InlineData("Щербакова^Юлия", "SCERBAKOVA IULIIA")]
    [InlineData("Ivanov^Pyotr", "Иванов Пётр")]
    [InlineData("Παπαδόπουλος^Γιώργος", "Papadopoulos Giorgos")]
    [InlineData("ｻﾄｳ^ﾊﾅｺ", "サトウ ハナコ")]
    [InlineData("Müller^Jörg", "Joerg Mueller")]
    public void A_name_in_another_script_or_spelling_is_refused(string own, string value) =>
        Assert.Equal("GivenValueIsPatients", Refusal(value, new SourceIdentity("X9", own, "", IsRemoved: false)));

    [Fact]
    public void A_year_that_was_kept_of_a_birth_date_is_none() =>
        Assert.Null(Refusal("S 01.01.1952", Own with { PatientBirthDate = "19520101" }));

    [Fact]
    public void The_pseudonym_of_an_earlier_run_may_be_given_again() => Assert.Null(Refusal("0004711", Own with { IsRemoved = true }));

    [Theory]
    [InlineData("Anna Muster", true)]
    [InlineData("4711", true)]
    [InlineData("P-0004711", true)]
    [InlineData("Anna", false)]
    [InlineData("Muster 02", false)]
    [InlineData("P-4", false)]
    public void Of_other_patients_whole_values_count(string value, bool expected)
    {
        var patients = new IdentityValues();
        patients.Add("0004711", "Muster^Anna");
        patients.Add("4", "PATIENT");

        Assert.Equal(expected, patients.AreIn(value));
    }

    private static string? Refusal(string value, SourceIdentity own)
    {
        try
        {
            OwnValues.Refuse(value, null, own, more: null);
            return null;
        }
        catch (DamsException e)
        {
            return e.Id;
        }
    }
}
