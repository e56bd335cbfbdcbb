using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace Dams.Subjects;

/// <summary>Subject ids that are derived from a patient's identity.</summary>
internal sealed class SubjectIds
{
    /// <summary>What an id starts with unless the user says otherwise.</summary>
    public const string DefaultPrefix = "SUBJ-";

    // 32 characters, none of which is taken for another when read aloud or typed: no I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // 60 bits: among a million patients two share an id with a probability below one in two million.
    private const int CharacterCount = 12;

    private static readonly Regex FolderName = new(
        @"^(?=.{1,64}$)[\p{L}\p{N}]([\p{L}\p{N}._-]*[\p{L}\p{N}])?$", RegexOptions.CultureInvariant);

    private static readonly string[] DeviceNames =
    [
        "CON", "PRN", "AUX", "NUL",
        .. Enumerable.Range(0, 10).SelectMany(i => new[] { $"COM{i}", $"LPT{i}" }),
    ];

    private readonly ProtectionKey _key;
    private readonly string _prefix;

    public SubjectIds(ProtectionKey key, string prefix)
    {
        _key = key;
        _prefix = prefix;
    }

    /// <summary>Whether an id can name a folder on every system.</summary>
    public static bool CanBeFolder(string id) =>
        FolderName.IsMatch(id) && !DeviceNames.Contains(id.Split('.')[0].ToUpperInvariant());

    /// <summary>Whether ids that start with a text can.</summary>
    public static bool CanStartFolder(string prefix) => CanBeFolder(prefix + new string(Alphabet[0], CharacterCount));

    /// <summary>The id of a patient; one per study where there is no PatientID.</summary>
    public string Derive(PatientIdentity patient)
    {
        // Zero bytes part the fields: no text of DICOM has one, so no two patients give the same message.
        var message = patient.HasPatientID
            ? $"subject\0{patient.PatientID}\0{patient.IssuerOfPatientID}"
            : $"subject of study\0{patient.StudyInstanceUID}";
        var bytes = _key.Derive(Encoding.UTF8.GetBytes(message));
        var id = new StringBuilder(_prefix, _prefix.Length + CharacterCount);
        for (var bit = 0; bit < CharacterCount * 5; bit += 5)
        {
            var pair = (bytes[bit / 8] << 8) | bytes[bit / 8 + 1];
            id.Append(Alphabet[(pair >> (11 - bit % 8)) & 31]);
        }
        return id.ToString();
    }
}
