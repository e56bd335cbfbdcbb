using FellowOakDicom;
using FellowOakDicom.IO;

namespace Dams.Network.Sending;

/// <summary>Transfer syntaxes and classes as fo-dicom has them; those that it does not know, private ones among them, are made known.</summary>
internal static class KnownSyntaxes
{
    public static DicomTransferSyntax Of(TransferSyntax syntax)
    {
        var uid = new DicomUID(syntax.Uid, "", DicomUidType.TransferSyntax);
        return DicomTransferSyntax.Query(uid) ?? DicomTransferSyntax.Register(
            uid, syntax.IsBigEndian ? Endian.Big : Endian.Little, syntax.IsExplicit, syntax.IsEncapsulated);
    }

    public static DicomUID ClassOf(string uid) => new(uid, "", DicomUidType.SOPClass);
}
