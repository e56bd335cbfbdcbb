namespace Dams.Dicom.Reading;

/// <summary>The tags that structure sequences (PS3.5 section 7.5).</summary>
internal static class ItemTag
{
    public static readonly Tag Item = new(0xFFFEE000);
    public static readonly Tag ItemDelimitation = new(0xFFFEE00D);
    public static readonly Tag SequenceDelimitation = new(0xFFFEE0DD);
}
