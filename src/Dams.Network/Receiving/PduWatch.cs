using System;
using System.Buffers.Binary;
using System.IO;
using Dams.Network.Nodes;

namespace Dams.Network.Receiving;

/// <summary>
/// Follows the PDUs of a connection before fo-dicom reads them (PS3.8 section 9.3): none is longer than agreed, since fo-dicom
/// sets aside as much memory as one asks for; and of commands only those pass that the receiver answers, since fo-dicom parses
/// the datasets of all others, and its parser ends the process where sequences lie too deep in one another.
/// </summary>
internal sealed class PduWatch
{
    private const int HeaderLength = 6;
    private const byte DataPdu = 4;
    private const byte IsCommand = 1, IsLast = 2;

    // Of a PDU: type, a byte, length. Of a part (PDV): length, context, and what it is part of.
    private readonly byte[] _header = new byte[HeaderLength];
    private readonly byte[] _command = new byte[CommandSet.MaximumLength];
    private int _headerCount;
    private int _commandLength;
    private long _pduLeft;
    private long _partLeft;
    private byte _type;
    private byte _control;

    /// <summary>Takes in the next bytes of the connection.</summary>
    /// <exception cref="IOException">They may not pass.</exception>
    public void Follow(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[Take(bytes)..];
    }

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_partLeft > 0)
            return TakePart(bytes);
        if (_pduLeft > 0 && _type != DataPdu)
        {
            var count = (int)Math.Min(_pduLeft, bytes.Length);
            _pduLeft -= count;
            return count;
        }
        return TakeHeader(bytes);
    }

    private int TakeHeader(ReadOnlySpan<byte> bytes)
    {
        var isPart = _pduLeft > 0;
        var count = Math.Min(HeaderLength - _headerCount, bytes.Length);
        bytes[..count].CopyTo(_header.AsSpan(_headerCount));
        _headerCount += count;
        if (_headerCount < HeaderLength)
            return count;
        _headerCount = 0;
        if (isPart)
            BeginPart();
        else
            BeginPdu();
        return count;
    }

    private void BeginPdu()
    {
        (_type, _pduLeft) = (_header[0], BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(2)));
        if (_pduLeft > PduLimits.Accepted)
            throw new IOException("A PDU is longer than was agreed.");
    }

    private void BeginPart()
    {
        // The length counts the context and the control byte.
        var length = BinaryPrimitives.ReadUInt32BigEndian(_header) - 2L;
        (_control, _pduLeft) = (_header[5], _pduLeft - HeaderLength);
        if (length < 0 || length > _pduLeft)
            throw new IOException("A part of a PDU is longer than the PDU.");
        (_partLeft, _pduLeft) = (length, _pduLeft - length);
        if (_partLeft == 0)
            EndPart();
    }

    private int TakePart(ReadOnlySpan<byte> bytes)
    {
        var count = (int)Math.Min(_partLeft, bytes.Length);
        if ((_control & IsCommand) != 0)
        {
            if (_commandLength + count > _command.Length)
                throw new IOException("A command is longer than commands are.");
            bytes[..count].CopyTo(_command.AsSpan(_commandLength));
            _commandLength += count;
        }
        _partLeft -= count;
        if (_partLeft == 0)
            EndPart();
        return count;
    }

    private void EndPart()
    {
        if ((_control & (IsCommand | IsLast)) != (IsCommand | IsLast))
            return;
        if (!CommandSet.IsAnswered(_command.AsSpan(0, _commandLength)))
            throw new IOException("A command is none that is answered here.");
        _commandLength = 0;
    }
}
