namespace Dams.Dicom.Rewriting;

/// <summary>One change to a file: the bytes from start to end are replaced by others. An insertion ends where it starts.</summary>
/// <param name="Start">Bytes from the start of the file.</param>
/// <param name="NewBytesStart">Where the new bytes start in the buffer of the edit list.</param>
/// <param name="Container">The item that the change is directly in, or the root.</param>
/// <param name="Tag">The element that is changed, removed or inserted.</param>
internal readonly record struct Edit(long Start, long End, int NewBytesStart, int NewBytesLength, int Container, Tag Tag)
{
    public long Growth => NewBytesLength - (End - Start);
}
