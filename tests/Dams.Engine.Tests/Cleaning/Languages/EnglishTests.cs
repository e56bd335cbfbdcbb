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
    [InlineData("Tarn^Celia", "C.T. refuses contrast. C.T. = Z4410977, merge. C.T. of the chest tomorrow", "[removed] refuses contrast. [removed] = [removed], merge. C.T. of the chest tomorrow")]
    [InlineData("Hand^Celia", "Hand no show, rebook. Hand due at noon. Hand swollen", "[removed] no show, rebook. [removed] due at noon. Hand swollen")]
    [InlineData("Northcroft^Alban^James", "pt A.N. with known HCC", "pt [removed] with known HCC")]
    [InlineData("", "Report verified by T. Quillfeather, Consultant", "Report verified by [removed], Consultant")]
    [InlineData("", "Her daughter Mirabel can be reached at 07123 456789", "Her daughter [removed] can be reached at [removed]")]
    [InlineData("", "Lives in Brackendale, 14 Otter Lane, Brackendale NR4 7XZ", "Lives in [removed]")]
    [InlineData("", "Transferred from St. Osyth's Hospital Brackendale on 04/06/21.", "Transferred from [removed] Hospital [removed] on [removed].")]
    [InlineData("", "Ward 7B, NHS number 943 476 5919", "Ward [removed], NHS number [removed]")]
    [InlineData("", "d/w Tamsin Oyelaran-Bell, scrub: Rasmussen, c.c. J. O'Halloran, L. van der Veen", "d/w [removed], scrub: [removed], c.c. [removed]")]
    [InlineData("", "Drs Adeyemi, Chowdhury and Fitzsimons attended", "Drs [removed] and [removed] attended")]
    [InlineData("", "Radiologist: Ostrander/Villanueva", "Radiologist: [removed]")]
    [InlineData("", "Electronically signed: FAITH VAN DER MEER MD", "Electronically signed: [removed] MD")]
    [InlineData("", "Family present: wife Grace, son Desmond.", "Family present: wife [removed], son [removed].")]
    [InlineData("Cross^Amos", "SERIES 4 REPEATED, Cross MOVED", "SERIES 4 REPEATED, [removed] MOVED")]
    [InlineData("Cross^Penelope", "Penny could not hold breath", "[removed] could not hold breath")]
    [InlineData("", "Fell in Tewkesbury, airlifted from Llandeilo, a teacher from Saffron Walden", "Fell in [removed], airlifted from [removed], a teacher from [removed]")]
    [InlineData("", "Discharged to: 3 The Paddocks, Much Wenlock", "Discharged to: [removed]")]
    [InlineData("", "Loc: B12, CSN E-254-1187, Insurance Grp 4471190032, x4-5512", "Loc: [removed], CSN [removed], Insurance Grp [removed]")]
    [InlineData("", "Stable since Oct-21, seen Tues 9 May", "Stable since [removed], seen [removed]")]
    public void What_identifies_in_English_reports_goes_and_the_rest_stays(string names, string text, string expected) =>
        Assert.Equal(expected, Report.Cleaned(names, text));

    [Theory]
    [InlineData("Baker cyst, Hill-Sachs lesion, Bosniak IIF, pT3 N1 M0, 80 ml Omnipaque 350")]
    [InlineData("Marburg virus, Vancouver B2 fracture, Boston criteria, Sydney system, Oxford knee, Milan criteria")]
    [InlineData("Called back for views. Results called to floor. Mother has BRCA1 mutation. Under the care of Oncology.")]
    [InlineData("Father had colon carcinoma. Nurse to monitor. Lives in nursing home. Returned from Thailand with fever.")]
    [InlineData("Dear Colleague, kind regards. A 5 Fr Kumpe catheter; 1024x1024; group A streptococcus; Grade 2-3/6 murmur")]
    [InlineData("Siemens Magnetom Vida, Edwards Sapien valve, Abbott MitraClip; Treated by Avastin, followed by Tazocin")]
    [InlineData("Sister Mary Joseph nodule, Ivor Lewis oesophagectomy, Miller Fisher syndrome, St. Jude valve, Smith and Nephew plate")]
    public void Words_of_medicine_in_English_stay(string text) => Assert.Equal(text, Report.Cleaned("", text));
}
