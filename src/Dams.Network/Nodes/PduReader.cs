using System;
using System.Buffers.Binary;

namespace Dams.Network.Nodes;

/// <summary>Follows the PDUs of a connection as their bytes pass, in whatever pieces (PS3.8 section 9.3).</summary>
internal abstract class PduReader
{
    protected const byte IsCommand = 1, IsLast = 2;

    private const int HeaderLength = 6;
    private const byte DataPdu = 4;

    // Of a PDU: type, a byte, length. Of a part (PDV): length, context, and what it is part of.
    private readonly byte[] _header = new byte[HeaderLength];
    private int _headerCount;
    private long _pduLeft;
    private long _partLeft;
    private byte _type;

    /// <summary>What the current part, or the last one, is part of (PS3.8 annex E): <see cref="IsCommand"/> and <see cref="IsLast"/>.</summary>
    protected byte Control { get; private set; }

    /// <summary>Whether the current PDU, or the last one, carries commands or datasets.</summary>
    protected bool IsData => _type == DataPdu;

    /// <summary>Takes in the next bytes of the connection.</summary>
    public void Follow(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[Take(bytes)..];
    }

    /// <summary>A PDU begins.</summary>
    protected abstract void BeginPdu(long length);

    /// <summary>A part begins.</summary>
    /// <param name="length">Its bytes.</param>
    /// <param name="pduLeft">Bytes of the PDU that there are for it.</param>
    protected abstract void BeginPart(long length, long pduLeft);

    /// <summary>Bytes of a part pass.</summary>
    protected abstract void TakePart(ReadOnlySpan<byte> bytes);

    /// <summary>A part ends.</summary>
    protected abstract void EndPart();

    private int Take(ReadOnlySpan<byte> bytes)
    {
        if (_partLeft > 0)
            return PassPart(bytes);
        if (_pduLeft > 0 && !IsData)
        {
            var count = (int)Math.Min(_pduLeft, bytes.Length);
            _pduLeft -= count;
            return count;
        }
        return TakeHeader(bytes);
    }

    private int PassPart(ReadOnlySpan<byte> bytes)
    {
        var count = (int)Math.Min(_partLeft, bytes.Length);
        TakePart(bytes[..count]);
        _partLeft -= count;
        if (_partLeft == 0)
            EndPart();
        return count;
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
            ReadPart();
        else
        {
            (_type, _pduLeft) = (_header[0], BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(2)));
            BeginPdu(_pduLeft);
        }
        return count;
    }

    private void ReadPart()
    {
        // The length counts the context and the control byte.
        var length = BinaryPrimitives.ReadUInt32BigEndian(_header) - 2L;
        (Control, _pduLeft) = (_header[5], _pduLeft - HeaderLength);
        BeginPart(length, _pduLeft);
        (_partLeft, _pduLeft) = (length, _pduLeft - length);
        if (_partLeft == 0)
            EndPart();
    }
}
