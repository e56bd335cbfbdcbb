using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Dams.Files.Fingerprints;

namespace Dams.Network.Sending;

/// <summary>The file of an instance as the only part of a request; read from the disk while it goes.</summary>
internal sealed class InstanceContent : HttpContent
{
    private readonly StoredInstance _instance;
    private readonly Action _alive;
    private readonly byte[] _head;
    private readonly byte[] _tail;

    /// <param name="alive">Called when some of it has gone.</param>
    public InstanceContent(StoredInstance instance, Action alive)
    {
        (_instance, _alive) = (instance, alive);
        // Of 122 random bits: it stands in no file.
        var boundary = $"dams-{Guid.NewGuid():N}";
        _head = Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: application/dicom\r\n\r\n");
        _tail = Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n");
        Headers.ContentType = new MediaTypeHeaderValue("multipart/related")
        {
            Parameters = { new NameValueHeaderValue("type", "\"application/dicom\""), new NameValueHeaderValue("boundary", boundary) },
        };
    }

    /// <summary>The fingerprint of the value of the first element and all that follows it, once it was sent.</summary>
    public ulong Fingerprint { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_head, cancellationToken).ConfigureAwait(false);
        var (fingerprint, before) = (new Fingerprint(), _instance.First.ValueOffset);
        await InstanceBytes.CopyAsync(
            _instance,
            from: 0,
            async part =>
            {
                var known = (int)Math.Min(before, part.Length);
                before -= known;
                fingerprint.Append(part.Span[known..]);
                await stream.WriteAsync(part, cancellationToken).ConfigureAwait(false);
                _alive();
            }).ConfigureAwait(false);
        Fingerprint = fingerprint.Finish();
        await stream.WriteAsync(_tail, cancellationToken).ConfigureAwait(false);
        _alive();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _head.Length + _instance.End + _tail.Length;
        return true;
    }
}
