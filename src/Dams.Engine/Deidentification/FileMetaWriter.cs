using System;
using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;
using Dams.Dicom.Rewriting;
using Dams.Dicom.Text;

namespace Dams.Deidentification;

/// <summary>
/// Builds what stands before the dataset of a de-identified file (PS3.10 section 7.1): a preamble of zeros, DICM, and file meta
/// information that agrees with the dataset and holds no application entity title, no address and no private information.
/// </summary>
internal static class FileMetaWriter
{
    private const int PreambleLength = 128;
    private const ElementForm Form = ElementForm.None;

    private static readonly HashSet<Tag> Stripped = TagList.Load("stripped-meta.txt");

    /// <summary>Builds the bytes.</summary>
    /// <param name="newUid">Gives the new UID for an old one.</param>
    /// <param name="syntax">The transfer syntax of the output.</param>
    public static byte[] Build(DicomFile file, InstanceFacts facts, TransferSyntax syntax, Func<string, string> newUid)
    {
        var elements = new List<MetaElement> { new(KnownTag.FileMetaInformationVersion, Vr.OB, [0, 1]) };
        for (var i = 0; i < file.Meta.Count; i = file.Meta[i].Next)
        {
            var element = file.Meta[i];
            if (element.Tag != KnownTag.FileMetaInformationVersion && !Stripped.Contains(element.Tag) && DataDictionary.Contains(element.Tag) && !element.IsSequence
                && HoldsWhatItShould(file, i))
            {
                Set(elements, new MetaElement(element.Tag, element.Vr, file.Values.Bytes(element)));
            }
        }
        elements.RemoveAll(element => element.Tag == KnownTag.FileMetaInformationGroupLength);
        SetUid(elements, KnownTag.MediaStorageSOPClassUID, facts.SOPClassUID);
        SetUid(elements, KnownTag.MediaStorageSOPInstanceUID, newUid(OldInstanceUid(file, facts)));
        SetUid(elements, KnownTag.TransferSyntaxUID, syntax.Uid);
        SetUid(elements, KnownTag.ImplementationClassUID, EngineVersion.ImplementationClassUid);
        Set(elements, new MetaElement(
            KnownTag.ImplementationVersionName, Vr.SH, Encodings.Ascii.GetBytes(EngineVersion.ImplementationVersionName)));
        elements.Sort((one, other) => one.Tag.Value.CompareTo(other.Tag.Value));
        return Encode(elements);
    }

    /// <summary>
    /// The transfer syntax of the output: that of the source, unless its dataset contradicts it. What a private one means, only
    /// its maker knows.
    /// </summary>
    /// <exception cref="DamsException">Nothing says how the pixel data are compressed.</exception>
    public static TransferSyntax OutputSyntaxOf(DicomFile file)
    {
        var syntax = file.Syntax;
        var isImplicit = (file.Dataset.Form & ElementForm.ImplicitVr) != 0;
        if (syntax.Uid.Length > 0 && (!syntax.IsListed || syntax.IsEncapsulated || syntax.IsExplicit != isImplicit))
            return syntax;
        var pixels = file.Dataset.Find(KnownTag.PixelData);
        if (pixels >= 0 && file.Dataset[pixels].HasFragments)
            throw DeidentificationErrors.UnknownTransferSyntax();
        // No transfer syntax has implicit elements in big endian; with the one in the file, readers find the elements.
        return syntax.IsBigEndian ? TransferSyntax.ExplicitBigEndian
            : isImplicit ? TransferSyntax.ImplicitLittleEndian
            : TransferSyntax.ExplicitLittleEndian;
    }

    private static string OldInstanceUid(DicomFile file, InstanceFacts facts)
    {
        if (facts.SOPInstanceUID.Length > 0)
            return facts.SOPInstanceUID;
        var index = file.Meta.Find(KnownTag.MediaStorageSOPInstanceUID);
        return index < 0 ? "" : file.Values.Text(file.Meta, index);
    }

    private static void SetUid(List<MetaElement> elements, Tag tag, string uid)
    {
        if (TransferSyntax.IsUid(uid))
            Set(elements, new MetaElement(tag, Vr.UI, Encodings.Latin1.GetBytes(uid)));
    }

    /// <summary>Whether an element of UIDs holds UIDs: what is none may be anything, a name too.</summary>
    private static bool HoldsWhatItShould(DicomFile file, int index) =>
        DataDictionary.VrOf(file.Meta[index].Tag) != Vr.UI || Array.TrueForAll(file.Values.Texts(file.Meta, index), TransferSyntax.IsUid);

    private static void Set(List<MetaElement> elements, MetaElement element)
    {
        elements.RemoveAll(other => other.Tag == element.Tag);
        elements.Add(element);
    }

    private static byte[] Encode(List<MetaElement> elements)
    {
        var group = new ElementBuffer();
        foreach (var element in elements)
            group.Write(Form, element.Tag, element.Vr, element.Value);
        var fileMeta = new ElementBuffer();
        fileMeta.Append(new byte[PreambleLength]);
        fileMeta.Append("DICM"u8);
        fileMeta.Write(Form, KnownTag.FileMetaInformationGroupLength, Vr.UL, BitConverter.GetBytes((uint)group.Length));
        fileMeta.Append(group.Written);
        return fileMeta.Written.ToArray();
    }

    private sealed record MetaElement(Tag Tag, Vr Vr, byte[] Value);
}
