using System;
using System.Buffers.Binary;

namespace Dams.Network.Receiving;

/// <summary>A command as it comes: elements of group 0000 in Implicit VR Little Endian, none in another (PS3.7 section 6.3).</summary>
internal static class CommandSet
{
    /// <summary>Bytes of a command; those that are answered have some hundred.</summary>
    public const int MaximumLength = 4096;

    private const int HeaderLength = 8;
    private const ushort CommandField = 0x0100, DataSetType = 0x0800;
    private const int StoreRequest = 0x0001, EchoRequest = 0x0030, CancelRequest = 0x0FFF, NoDataSet = 0x0101;

    /// <summary>Whether the receiver answers it: C-STORE, and C-ECHO without a dataset; a C-CANCEL does no harm.</summary>
    public static bool IsAnswered(ReadOnlySpan<byte> command)
    {
        var (field, dataSetType) = (-1, -1);
        while (command.Length >= HeaderLength)
        {
            var (group, element) = (BinaryPrimitives.ReadUInt16LittleEndian(command), BinaryPrimitives.ReadUInt16LittleEndian(command[2..]));
            var length = BinaryPrimitives.ReadUInt32LittleEndian(command[4..]);
            if (group != 0 || length > command.Length - HeaderLength)
                return false;
            var value = command.Slice(HeaderLength, (int)length);
            if (value.Length == sizeof(ushort) && element == CommandField)
                field = BinaryPrimitives.ReadUInt16LittleEndian(value);
            if (value.Length == sizeof(ushort) && element == DataSetType)
                dataSetType = BinaryPrimitives.ReadUInt16LittleEndian(value);
            command = command[(HeaderLength + (int)length)..];
        }
        return command.IsEmpty && (field == StoreRequest || (field is EchoRequest or CancelRequest && dataSetType == NoDataSet));
    }
}
