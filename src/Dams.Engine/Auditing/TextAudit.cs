using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Dams.Cleaning;
using Dams.Deidentification;
using Dams.Dicom.Reading;
using Dams.Identities;

namespace Dams.Auditing;

/// <summary>Searches texts for identifying data.</summary>
internal sealed class TextAudit
{
    private readonly ReferenceValues _reference;
    private readonly KnownValues _known;
    private readonly TextCleaner _cleaner;
    private readonly bool _keepsUids;
    private readonly IdentityValues? _own;
    private readonly Lazy<KnownBytes> _bytes;

    /// <param name="known">What must not be found.</param>
    /// <param name="allowsDates">Whether dates may stand in free text.</param>
    /// <param name="keepsUids">Whether UIDs stayed on purpose.</param>
    /// <param name="keepsInstitutions">Whether names of institutions stayed on purpose.</param>
    /// <param name="own">How the patient is numbered and called whose file it is.</param>
    public TextAudit(ReferenceValues reference, KnownValues known, bool allowsDates, bool keepsUids = false, bool keepsInstitutions = false, IdentityValues? own = null)
    {
        _own = own;
        _keepsUids = keepsUids;
        _reference = reference;
        _known = known;
        _bytes = new Lazy<KnownBytes>(() => new KnownBytes(known));
        _cleaner = new TextCleaner(known, shift: null, keepsDates: allowsDates, keepsInstitutions: keepsInstitutions, sparesYears: true);
    }

    /// <summary>The kinds of values of the originals that a text holds.</summary>
    public IEnumerable<IdentifierKind> FindKnown(string text) => Kinds(_cleaner.FindKnown(text)).Concat(FindUids(text)).Distinct();

    /// <summary>Whether a number is one of the originals as a whole.</summary>
    public bool IsKnownNumber(string number) => _cleaner.IsKnownNumber(number);

    /// <summary>Whether a value of bytes holds a word of the originals in any encoding.</summary>
    public bool StandIn(DicomFile file, in Element element) => _bytes.Value.ExistIn(file.Source, element);

    /// <summary>The kinds of values of the originals that free text holds, and of what identifies by its form or its context.</summary>
    /// <param name="isOfProduct">Whether the text may be the name or the version of a product.</param>
    public IEnumerable<IdentifierKind> FindAll(string text, bool isOfProduct = false) => Kinds(_cleaner.FindAll(text, isOfProduct)).Concat(FindUids(text)).Distinct();

    /// <summary>The kinds of what words or a form announce that no technical text has.</summary>
    public IEnumerable<IdentifierKind> FindAnnounced(string text) => Kinds(_cleaner.FindAnnounced(text));

    /// <summary>
    /// What the number or the name that a file gives its patient says of one of the originals: it is theirs in any writing, or
    /// holds a whole birth date; in a name, where the day of the examination may stand, that of its own.
    /// </summary>
    public IdentifierKind? FindIdentity(string value, bool isNumber)
    {
        if (_reference.Identities.AreIn(value) || _own?.AreIn(value) == true)
            return isNumber ? IdentifierKind.Identifier : IdentifierKind.Name;
        return OwnValues.HasBirthDate(value, _known.BirthDates) || (isNumber && OwnValues.HasDigitsOf(value, _reference.IsBirthDate))
            ? IdentifierKind.Date
            : null;
    }

    /// <summary>Whether a UID is one of the originals.</summary>
    public bool IsOriginalUid(string uid) => !_keepsUids && _reference.HasUid(uid);

    /// <summary>Whether a value of DA or DT is a birth date of the originals, or another day that they name.</summary>
    /// <param name="isBirthDate">Whether the element is for birth dates: no patient's may stand there.</param>
    /// <param name="allowsDates">Whether other days may stand as they were.</param>
    public bool IsOriginalDate(string value, bool isBirthDate, bool allowsDates)
    {
        if (!DicomDate.TryParse(value, out var date))
            return false;
        var day = DicomDate.Format(date);
        return _known.BirthDates.Contains(day) || (isBirthDate && _reference.IsBirthDate(day)) || (!allowsDates && _known.Dates.Contains(day));
    }

    /// <summary>A path without what identifies in it.</summary>
    public string Mask(string path) => UidForm.Pattern.Replace(
        _cleaner.CleanKnown(path), match => _reference.HasUid(match.Value) ? TextCleaner.Marker : match.Value);

    private IEnumerable<IdentifierKind> FindUids(string text) => UidForm.Pattern.Matches(text).Cast<Match>()
        .Where(match => IsOriginalUid(match.Value)).Select(_ => IdentifierKind.OriginalUid);

    private static IEnumerable<IdentifierKind> Kinds(IEnumerable<Finding> findings) => findings.Select(finding => KindOf(finding.Kind));

    private static IdentifierKind KindOf(FindingKind kind) => kind switch
    {
        FindingKind.Name => IdentifierKind.Name,
        FindingKind.Identifier => IdentifierKind.Identifier,
        FindingKind.NationalIdentifier => IdentifierKind.NationalIdentifier,
        FindingKind.Date => IdentifierKind.Date,
        FindingKind.Telephone => IdentifierKind.Telephone,
        FindingKind.ElectronicAddress => IdentifierKind.ElectronicAddress,
        FindingKind.PostalAddress => IdentifierKind.PostalAddress,
        FindingKind.Institution => IdentifierKind.Institution,
        FindingKind.Age => IdentifierKind.Age,
        FindingKind.Uid => IdentifierKind.OriginalUid,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
