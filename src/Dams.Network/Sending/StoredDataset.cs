using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Dams.Files.Fingerprints;
using FellowOakDicom;
using FellowOakDicom.IO.Buffer;

namespace Dams.Network.Sending;

/// <summary>
/// The dataset of a file, as fo-dicom sends it: byte for byte. fo-dicom would parse the file and encode it anew, which changes
/// lengths, drops what it does not know, and ends the process where sequences lie too deep in one another. So it is given one
/// element, the first, whose value when it is written brings along all that follows it in the file.
/// </summary>
internal sealed class StoredDataset : FellowOakDicom.DicomElement
{
    private readonly DicomVR _vr;

    private StoredDataset(StoredInstance instance)
        : base(new DicomTag(instance.First.Tag.Group, instance.First.Tag.Element), new Remainder(instance)) =>
        _vr = DicomVR.Parse(instance.First.Vr.ToString());

    public override DicomVR ValueRepresentation => _vr;

    public override int Count => 1;

    /// <summary>The fingerprint of the value of the first element and all that follows it, once it was sent.</summary>
    public ulong Fingerprint => ((Remainder)Buffer).Fingerprint;

    public static (DicomDataset Dataset, StoredDataset Element) Open(StoredInstance instance)
    {
        var element = new StoredDataset(instance);
        var dataset = new DicomDataset(KnownSyntaxes.Of(instance.Syntax));
#pragma warning disable CS0618 // What is checked would be one value of a file that is sent as it is.
        dataset.AutoValidate = false;
#pragma warning restore CS0618
        dataset.Add(element);
        return (dataset, element);
    }

    // Before it sends, fo-dicom asks the first element for its texts where that is the character set, and takes what is thrown.
    public override T Get<T>(int item = -1) =>
        typeof(T) == typeof(string[]) ? (T)(object)Array.Empty<string>() : throw new NotSupportedException();

    public override bool Equals(FellowOakDicom.DicomElement other) => ReferenceEquals(this, other);

    /// <summary>The fingerprint that sending would give.</summary>
    public static ulong FingerprintOf(StoredInstance instance, CancellationToken cancellation)
    {
        var remainder = new Remainder(instance);
        remainder.CopyToStreamAsync(Stream.Null, cancellation).GetAwaiter().GetResult();
        return remainder.Fingerprint;
    }

    private sealed class Remainder(StoredInstance instance) : IByteBuffer
    {
        public bool IsMemory => false;

        // What the header of the first element says; more is written.
        public long Size => instance.First.ValueLength;

        public byte[] Data => throw new NotSupportedException();

        public ulong Fingerprint { get; private set; }

        public void GetByteRange(long offset, int count, byte[] output) => throw new NotSupportedException();

        public void CopyToStream(Stream stream) => CopyToStreamAsync(stream, CancellationToken.None).GetAwaiter().GetResult();

        public async Task CopyToStreamAsync(Stream stream, CancellationToken cancellationToken)
        {
            var fingerprint = new Fingerprint();
            await InstanceBytes.CopyAsync(
                instance,
                instance.First.ValueOffset,
                async part =>
                {
                    fingerprint.Append(part.Span);
                    await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
                }).ConfigureAwait(false);
            Fingerprint = fingerprint.Finish();
        }
    }
}
