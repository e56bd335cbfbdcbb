using System.Collections.Generic;
using System.Linq;
using Dams.Deidentification;
using Dams.Deidentification.Pixels;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Text;

namespace Dams.Auditing;

/// <summary>Searches one DICOM file for identifying data that is left in it.</summary>
internal sealed class InstanceAudit
{
    // Values that hold names as text are far shorter than this; pixel data and tables of numbers are longer.
    private const int MaximumBinaryLength = 1024 * 1024;

    private static readonly Tag EncapsulatedDocument = new(0x0042, 0x0011);

    private static readonly Tag CodeValue = new(0x0008_0100);
    private static readonly Tag LongCodeValue = new(0x0008_0119);

    private readonly DicomFile _file;
    private readonly TextAudit _texts;
    private readonly bool _keepsDates;

    public InstanceAudit(DicomFile file, TextAudit texts)
    {
        _file = file;
        _texts = texts;
        _keepsDates = file.Values.Text(KnownTag.LongitudinalTemporalInformationModified) == "UNMODIFIED";
    }

    /// <summary>The findings, with the path of each element.</summary>
    public IEnumerable<(string ElementPath, IdentifierKind Kind, string Rule)> Find()
    {
        var facts = InstanceFacts.Read(_file);
        if (!SaysDeidentified())
            yield return ("", IdentifierKind.MissingMark, AuditRule.Mark);
        if (MayHaveBurnedInText(facts))
            yield return ("", IdentifierKind.BurnedInText, AuditRule.PixelText);
        foreach (var (path, kind) in PixelAudit.Find(_file, _texts))
            yield return (path, kind, AuditRule.HiddenContent);
        foreach (var kind in FindOutsideDataset())
            yield return ("", kind, AuditRule.KnownValue);
        foreach (var tree in new[] { _file.Meta, _file.Dataset })
        {
            var paths = new ElementPaths(tree);
            for (var i = 0; i < tree.Count; i++)
            {
                _file.Source.Cancellation.ThrowIfCancellationRequested();
                if (tree[i].IsItem || tree[i].IsSequence || tree[i].ValueLength == 0)
                    continue;
                foreach (var (kind, rule) in FindInElement(tree, i).Concat(AttributeAudit.Find(_file, tree, i)).GroupBy(found => found.Kind).Select(found => found.First()))
                    yield return (paths.PathOf(i), kind, rule);
            }
        }
    }

    /// <summary>Whether text is suspected, and nobody has said of the output that all of the image was accounted for.</summary>
    private bool MayHaveBurnedInText(InstanceFacts facts) =>
        BurnedInTextCheck.Find(_file, facts) != BurnedInReasons.None
        && !(_file.Values.Text(KnownTag.BurnedInAnnotation) == "NO" && DeclaredOptions.Read(_file).Contains(ProfileOption.CleanPixelData));

    private bool SaysDeidentified() =>
        _file.Values.Text(KnownTag.PatientIdentityRemoved) == "YES"
        && (_file.Dataset.Find(KnownTag.DeidentificationMethod) >= 0
            || _file.Dataset.Find(KnownTag.DeidentificationMethodCodeSequence) >= 0);

    /// <summary>Searches the preamble and the bytes before and after the dataset.</summary>
    private IEnumerable<IdentifierKind> FindOutsideDataset()
    {
        const int preamble = 128;
        var outside = new List<byte>();
        if (_file.HasPrefix)
            outside.AddRange(_file.Source.Peek(0, preamble).ToArray());
        // After the file meta information, elements of a command or a second file meta information may stand.
        var between = System.Math.Min(_file.DatasetOffset - _file.Meta.End, DicomFile.HeaderWindowSize);
        if (_file.Meta.Count > 0 && between > 0)
            outside.AddRange([(byte)'\n', .. _file.Source.Peek(_file.Meta.End, (int)between).ToArray()]);
        var rest = System.Math.Min(_file.Source.Length - _file.Dataset.End, DicomFile.HeaderWindowSize);
        if (rest > 0)
            outside.AddRange([(byte)'\n', .. _file.Source.Peek(_file.Dataset.End, (int)rest).ToArray()]);
        return EncodingGuesses.Decode([.. outside], CharacterSet.Default).SelectMany(_texts.FindKnown).Distinct();
    }

    private IEnumerable<(IdentifierKind Kind, string Rule)> FindInElement(ElementTree tree, int index)
    {
        var element = tree[index];
        var vr = ValueReader.VrOf(element);
        // What the dictionary calls text is text, whatever the file calls it.
        if (!vr.IsText && !element.Tag.IsPrivate && DataDictionary.VrOf(element.Tag) is { IsText: true } defined)
            vr = defined;
        if (vr.IsText)
            return element.ValueLength > ReadLimits.SearchedLength ? [(IdentifierKind.Unchecked, AuditRule.Unread)] : FindInText(tree, index, vr);
        if (vr.WordSize > 2 || element.HasFragments || element.Tag == KnownTag.PixelData)
            return [];
        if (element.ValueLength > MaximumBinaryLength)
            return element.Tag.IsPrivate || element.Tag == EncapsulatedDocument ? [(IdentifierKind.Unchecked, AuditRule.Unread)] : [];
        var known = FindInReadings(tree, element).ToList();
        if (known.Count == 0 && _texts.StandIn(_file, element))
            known.Add(IdentifierKind.Name);
        return With(AuditRule.KnownValue, known);
    }

    private IEnumerable<IdentifierKind> FindInReadings(ElementTree tree, in Element element) =>
        EncodingGuesses.Decode(_file.Values.Bytes(element), _file.Values.CharacterSetOf(tree, element.Parent)).SelectMany(_texts.FindKnown);

    private IEnumerable<(IdentifierKind Kind, string Rule)> FindInText(ElementTree tree, int index, Vr vr)
    {
        var element = tree[index];
        if (vr == Vr.UI)
            return _file.Values.Texts(tree, index).Any(_texts.IsOriginalUid) ? [(IdentifierKind.OriginalUid, AuditRule.Uid)] : [];
        if (vr == Vr.DA || vr == Vr.DT)
            return _file.Values.Texts(tree, index).Any(IsOriginalDate) ? [(IdentifierKind.Date, AuditRule.Date)] : [];
        // Codes, numbers and enumerated values look like identifiers: only free text is searched by form.
        var isFree = vr.UsesCharacterSet && vr != Vr.PN && !IsCode(element.Tag);
        var readings = new List<string> { _file.Values.Text(tree, index, vr) };
        if (EncodingGuesses.DecodeUtf8(_file.Values.Bytes(element)) is { } other && other != readings[0])
            readings.Add(other);
        if ((vr == Vr.IS || vr == Vr.DS) && NumberText.AreNumbers(_file.Source, element))
            return element.ValueLength <= StayingValue.LongestNumber && _file.Values.Texts(tree, index).Any(_texts.IsKnownNumber) ? [(IdentifierKind.Identifier, AuditRule.KnownValue)] : [];
        var known = readings.SelectMany(_texts.FindKnown).ToList();
        if (known.Count == 0 && _file.Values.Bytes(element) is var bytes && !bytes.All(value => value is > 0 and < 0x80 and not 0x1B))
        {
            var isCertain = _file.Values.CharacterSetOf(tree, element.Parent).IsCertainOf(bytes);
            known.AddRange(FindInReadings(tree, element).Concat(isCertain ? [] : EncodingGuesses.DecodeUndeclared(bytes).SelectMany(_texts.FindKnown)));
        }
        var isNumber = OriginalIdentities.AreNumbersIn(element.Tag);
        if (known.Count == 0 && (isNumber || vr == Vr.PN))
            known.AddRange(_file.Values.Texts(tree, index).Select(value => _texts.FindIdentity(value, isNumber)).OfType<IdentifierKind>());
        return With(AuditRule.KnownValue, known)
            .Concat(isFree ? With(AuditRule.Form, readings.SelectMany(text => _texts.FindAll(text, ProductAttributes.Contains(element.Tag)))) : []);

        bool IsOriginalDate(string value) => _texts.IsOriginalDate(value, element.Tag == KnownTag.PatientBirthDate, _keepsDates);
    }

    private static IEnumerable<(IdentifierKind Kind, string Rule)> With(string rule, IEnumerable<IdentifierKind> kinds) =>
        kinds.Select(kind => (kind, kind == IdentifierKind.OriginalUid ? AuditRule.Uid : rule));

    // Pseudonyms and codes look like identifiers.
    private static bool IsCode(Tag tag) => tag == KnownTag.PatientID || tag == KnownTag.DeidentificationMethod
        || tag == CodeValue || tag == LongCodeValue;
}
