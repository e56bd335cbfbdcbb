using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Dams.Benchmarks.Accuracy.People;

/// <summary>Makes patients: one for each character set, and some whose name or number is a hard one.</summary>
internal sealed class PersonFactory(Random random)
{
    private static readonly string[] WordNames = ["Head", "White", "Axial"];
    private static readonly string[] Streets = ["strasse", "weg", "gasse", " Road", " Lane", " Avenue"];
    private static readonly string[] Hospitals = ["Klinik {0}", "{0} Hospital", "Spital {0}", "{0} Medical Center", "Hôpital {0}"];
    private readonly NameMaker _names = new(random);

    public IReadOnlyList<Person> Make()
    {
        var people = CharacterSet.All.Select((set, i) => Person(i, set, word: null)).ToList();
        people.Add(Person(people.Count, CharacterSet.All[0], _names.Pick(WordNames)));
        people.Add(Person(people.Count, CharacterSet.All[^1], word: null));
        return people;
    }

    private Person Person(int number, CharacterSet set, string? word)
    {
        var family = word ?? (set.Script == Script.Latin ? _names.Accent() : _names.Word());
        var given = _names.Word();
        var (nativeFamily, nativeGiven) = Native(set.Script);
        var isNumeric = number % 2 == 0;
        var id = isNumeric ? _names.Digits(7) : $"{_names.Pick(["PX", "QK", "ZT"])}{_names.Digits(6)}";
        var birth = new DateTime(1921 + random.Next(75), 1 + random.Next(12), 1 + random.Next(28), 0, 0, 0, DateTimeKind.Unspecified);
        var study = new DateTime(2009 + random.Next(14), 1 + random.Next(12), 1 + random.Next(28), 0, 0, 0, DateTimeKind.Unspecified);
        return new(number, set, family, given, nativeFamily, nativeGiven, word is not null)
        {
            PatientName = PatientName(number, family, given, nativeFamily, nativeGiven, set.Script),
            Id = id,
            Birth = birth,
            Study = study,
            Age = number == 1 ? "094Y" : "047Y",
            Header = Header(family, given, set.Script == Script.Hangul ? nativeFamily + nativeGiven : nativeFamily, id, birth, study, word is not null),
            UidRoot = $"1.3.6.1.4.1.{_names.Digits(6)}.{_names.Digits(7)}",
        };
    }

    private static string PatientName(int number, string family, string given, string? nativeFamily, string? nativeGiven, Script script) => (script, number % 3) switch
    {
        (Script.Cyrillic or Script.Kanji or Script.Hangul or Script.Han, _) => $"{family}^{given}={nativeFamily}^{nativeGiven}",
        (_, 0) => $"{family.ToUpperInvariant()}^{given}",
        (_, 1) => $"{family}^{given}^^Dr.",
        _ => $"{family} {given}",
    };

    private List<(string Keyword, HeaderValue Value)> Header(
        string family, string given, string? nativeToken, string id, DateTime birth, DateTime study, bool familyIsWord)
    {
        string Person(string word) => $"{word}^{_names.Word()}";
        var (hospital, department, street, city, service) = (_names.Word(), _names.Word(), _names.Word(), _names.Word(), _names.Word());
        var (referring, performing, operating, birthName, mother, issuer, station) =
            (_names.Word(), _names.Word(), _names.Word(), _names.Word(), _names.Word(), _names.Word(), _names.Word()[..6] + _names.Digits(2));
        var phone = $"+41 44 {_names.Digits(3)} {_names.Digits(2)} {_names.Digits(2)}";
        var (site, home) = (_names.Word(), _names.Word() + _names.Pick(Streets));
        var values = new List<(string, HeaderValue)>
        {
            ("PatientID", new("patient's number", id, id)),
            ("PatientBirthDate", new("birth date", Iso(birth), Iso(birth))),
            ("StudyDate", new("study date", Iso(study), Iso(study))),
        };
        void Add(string keyword, string what, string text, string token, bool isDevice = false) => values.Add((keyword, new(what, text, token, isDevice)));
        void Number(string keyword, string what, string prefix)
        {
            var text = prefix + _names.Digits(7);
            Add(keyword, what, text, text);
        }
        Add("OtherPatientNames", "birth name", Person(birthName), birthName);
        Add("PatientMotherBirthName", "mother's birth name", Person(mother), mother);
        Add("InstitutionName", "institution", string.Format(CultureInfo.InvariantCulture, _names.Pick(Hospitals), hospital), hospital);
        Add("InstitutionalDepartmentName", "department", $"Abt. {department}", department);
        Add("InstitutionAddress", "institution's address", $"{street}{_names.Pick(Streets)} {random.Next(1, 99)}, {city}", city);
        Add("PatientAddress", "address", $"{home} {random.Next(1, 99)}", home);
        Add("PatientTelephoneNumbers", "telephone", phone, phone);
        Add("ReferringPhysicianName", "referring physician", Person(referring), referring);
        Add("PerformingPhysicianName", "performing physician", Person(performing), performing);
        Add("OperatorsName", "operator", Person(operating), operating);
        Add("StationName", "station name", station, station, isDevice: true);
        Number("DeviceSerialNumber", "device serial", "SN");
        values[^1] = (values[^1].Item1, values[^1].Item2 with { IsDevice = true });
        Add("IssuerOfPatientID", "issuer", issuer, issuer);
        Number("AccessionNumber", "accession number", "AC");
        Number("OtherPatientIDs", "other number", "");
        Number("AdmissionID", "admission", "");
        Number("StudyID", "study id", "S");
        Number("PlacerOrderNumberImagingServiceRequest", "order number", "PO");
        Number("FillerOrderNumberImagingServiceRequest", "order number", "FO");
        Number("ClinicalTrialSubjectID", "trial subject", "TR");
        Number("MedicalRecordLocator", "record locator", "");
        Add("ClinicalTrialSiteName", "trial site", $"{site} site", site);
        Add("RequestingService", "requesting service", $"{service} ward", service);
        Add("RegionOfResidence", "residence", city + "ia", city + "ia");
        Add("PatientReligiousPreference", "religion", "Zoroastrian", "Zoroastrian");
        Add("EthnicGroup", "ethnic group", "Sorbian", "Sorbian");
        Add("Occupation", "occupation", "glassblower", "glassblower");
        if (!familyIsWord)
            values.Add(("PatientName", new("family name", family, family)));
        values.Add(("PatientName", new("given name", given, given)));
        // A Korean family name is one syllable, which alone tells nothing.
        if (nativeToken is not null)
            values.Add(("PatientName", new("name in its own script", nativeToken, nativeToken)));
        return values;
    }

    private (string? Family, string? Given) Native(Script script) => script switch
    {
        Script.Cyrillic => (_names.Cyrillic(), _names.Cyrillic()),
        Script.Kanji => (_names.KanjiFamilyName(), _names.KanjiGivenName()),
        Script.Hangul => (_names.Hangul(1), _names.Hangul(2)),
        Script.Han => (_names.Han(2), _names.Han(2)),
        _ => (null, null),
    };

    private static string Iso(DateTime date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
