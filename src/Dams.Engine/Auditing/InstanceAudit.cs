using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Deidentification.Pixels;
using Dams.Dicom;
using Dams.Dicom.Text;

namespace Dams.Auditing;

/// <summary>Looks into one DICOM file for what should not be in it any more.</summary>
internal sealed class InstanceAudit
{
    // What holds names as text is far smaller; pixel data and tables of numbers are larger.
    private const int MaximumBinaryLength = 1024 * 1024;

    private readonly DicomFile _file;
    private readonly TextAudit _texts;

    public InstanceAudit(DicomFile file, TextAudit texts)
    {
        _file = file;
        _texts = texts;
    }

    /// <summary>What is in it, by element path.</summary>
    public IEnumerable<(string ElementPath, IdentifierKind Kind)> Find()
    {
        var facts = InstanceFacts.Read(_file);
        if (!IsMarked())
            yield return ("", IdentifierKind.MissingMark);
        if (BurnedInSuspicion.IsLikely(_file, facts))
            yield return ("", IdentifierKind.BurnedInText);
        foreach (var kind in FindOutside())
            yield return ("", kind);
        foreach (var tree in new[] { _file.Meta, _file.Dataset })
        {
            for (var i = 0; i < tree.Count; i++)
            {
                if (tree[i].IsItem || tree[i].IsSequence || tree[i].ValueLength == 0)
                    continue;
                foreach (var kind in FindIn(tree, i).Distinct())
                    yield return (ElementListing.PathOf(tree, i), kind);
            }
        }
    }

    private bool IsMarked() =>
        _file.Values.Text(KnownTag.PatientIdentityRemoved) == "YES"
        && (_file.Dataset.Find(KnownTag.DeidentificationMethod) >= 0
            || _file.Dataset.Find(KnownTag.DeidentificationMethodCodeSequence) >= 0);

    /// <summary>What stands in the preamble and behind the dataset.</summary>
    private IEnumerable<IdentifierKind> FindOutside()
    {
        const int preamble = 128;
        var outside = new StringBuilder();
        if (_file.HasPrefix)
            outside.Append(Printable(_file.Source.Peek(0, preamble).ToArray()));
        var rest = System.Math.Min(_file.Source.Length - _file.Dataset.End, DicomFile.HeaderWindowSize);
        if (rest > 0)
            outside.Append(' ').Append(Printable(_file.Source.Peek(_file.Dataset.End, (int)rest).ToArray()));
        return _texts.FindKnown(outside.ToString());
    }

    private IEnumerable<IdentifierKind> FindIn(ElementTree tree, int index)
    {
        var element = tree[index];
        var vr = ValueReader.VrOf(element);
        if (vr.IsText)
        {
            if (element.ValueLength > ValueReader.MaximumLength)
                return [IdentifierKind.Unchecked];
            var text = _file.Values.Text(tree, index);
            // Codes, numbers and enumerated values have shapes of their own; free text is where others hide.
            return vr.UsesCharacterSet && vr != Vr.PN && !IsPseudonym(element.Tag) ? _texts.FindAll(text) : _texts.FindKnown(text);
        }
        if (vr.WordSize > 1 || element.HasFragments || element.Tag == KnownTag.PixelData || element.ValueLength > MaximumBinaryLength)
            return [];
        var bytes = _file.Values.Bytes(element);
        return _texts.FindKnown(Printable(bytes)).Concat(_texts.FindKnown(PrintableUtf16(bytes)));
    }

    private static bool IsPseudonym(Tag tag) => tag == KnownTag.PatientID || tag == KnownTag.DeidentificationMethod;

    private static string Printable(byte[] bytes)
    {
        var text = Encodings.Latin1.GetString(bytes).ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]))
                text[i] = '\n';
        }
        return new string(text);
    }

    private static string PrintableUtf16(byte[] bytes) => Printable(bytes.Where((_, i) => i % 2 == 0).ToArray());
}
