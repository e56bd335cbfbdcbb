using System;
using Dams.Dicom.Reading;
using Dams.Files;

namespace Dams.Dicom.Rewriting;

/// <summary>The bytes of a file as they are after some edits. A deflated dataset is inflated.</summary>
/// <param name="content">What the edits make of it.</param>
/// <param name="file">The file as it is; closed with this source.</param>
internal sealed class EditedByteSource(EditedContent content, ByteSource file) : ByteSource(file.WindowSize, file.Cancellation)
{
    public override long Length => content.Length;

    public override bool ReadsForwardOnly => file.ReadsForwardOnly;

    protected override ReadableFile File => throw new NotSupportedException();

    protected override int Read(long offset, byte[] buffer, int index, int count) => content.Read(offset, buffer.AsSpan(index, count), file);

    protected override void Close() => file.Dispose();
}
