using System.IO;

namespace Dams.Dicom.Reading;

/// <summary>
/// The file that an inflater reads. An inflater stops asking at the mark that ends its data; one that has come to the end
/// of the file and asks for more tells that the mark is missing, which it does not tell by itself.
/// </summary>
internal sealed class InflaterInput : FileStream
{
    public InflaterInput(string path)
        : base(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete)
    {
    }

    /// <summary>Whether more was asked for than the file has.</summary>
    public bool IsExhausted { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = base.Read(buffer, offset, count);
        IsExhausted |= read == 0 && count > 0;
        return read;
    }
}
