using System;
using System.IO;
using Dams.Network.Nodes;

namespace Dams.Network.Receiving;

/// <summary>
/// Follows the PDUs of a connection before fo-dicom reads them: none is longer than agreed, since fo-dicom sets aside as much
/// memory as one asks for; and of commands only those pass that the receiver answers, since fo-dicom parses the datasets of all
/// others, and its parser ends the process where sequences lie too deep in one another. What may not pass is an
/// <see cref="IOException"/>.
/// </summary>
internal sealed class PduWatch : PduReader
{
    private readonly byte[] _command = new byte[CommandSet.MaximumLength];
    private int _commandLength;

    protected override void BeginPdu(long length)
    {
        if (length > PduLimits.Accepted)
            throw new IOException("A PDU is longer than was agreed.");
    }

    protected override void BeginPart(long length, long pduLeft)
    {
        if (length < 0 || length > pduLeft)
            throw new IOException("A part of a PDU is longer than the PDU.");
    }

    protected override void TakePart(ReadOnlySpan<byte> bytes)
    {
        if ((Control & IsCommand) == 0)
            return;
        if (_commandLength + bytes.Length > _command.Length)
            throw new IOException("A command is longer than commands are.");
        bytes.CopyTo(_command.AsSpan(_commandLength));
        _commandLength += bytes.Length;
    }

    protected override void EndPart()
    {
        if ((Control & (IsCommand | IsLast)) != (IsCommand | IsLast))
            return;
        if (!CommandSet.IsAnswered(_command.AsSpan(0, _commandLength)))
            throw new IOException("A command is none that is answered here.");
        _commandLength = 0;
    }
}
