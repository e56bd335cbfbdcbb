using System;
using System.IO;
using Dams.Network.Receiving;
using Dams.Tests.Support;
using Xunit;

namespace Dams.Network.Tests.Receiving;

/// <summary>Which commands pass (PS3.7 section 9.3).</summary>
public sealed class CommandSetTests
{
    [Theory]
    [InlineData(0x0001, 0x0000, true)] // C-STORE
    [InlineData(0x0030, 0x0101, true)] // C-ECHO
    [InlineData(0x0030, 0x0000, false)] // C-ECHO that says that a dataset follows
    [InlineData(0x0020, 0x0000, false)] // C-FIND
    [InlineData(0x0021, 0x0000, false)] // C-MOVE
    [InlineData(0x0140, 0x0000, false)] // N-CREATE
    [InlineData(0x8001, 0x0101, false)] // an answer to nothing
    public void Commands_that_are_answered_pass(int field, int dataSetType, bool passes) =>
        Assert.Equal(passes, CommandSet.IsAnswered(Command((ushort)field, (ushort)dataSetType)));

    [Fact]
    public void A_command_with_anything_else_in_it_does_not_pass()
    {
        byte[] sequence = [.. Command(1, 0), .. new DatasetBuilder(isExplicit: false, isBigEndian: false).Sequence("ContentSequence", _ => { }).ToArray()];

        Assert.False(CommandSet.IsAnswered(sequence));
        Assert.False(CommandSet.IsAnswered(Command(1, 0).AsSpan(0, 13)));
        Assert.False(CommandSet.IsAnswered([]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    public void A_command_is_followed_however_it_is_cut(int step)
    {
        var (store, find) = (Pdu(Command(1, 0)), Pdu(Command(0x20, 0)));
        byte[] connection = [.. Associate(), .. store, .. Data(100_000), .. store, .. Data(3)];

        Follow(new PduWatch(), connection, step);

        Assert.Throws<IOException>(() => Follow(new PduWatch(), [.. connection, .. find], step));
    }

    [Fact]
    public void A_command_without_end_does_not_pass() =>
        Assert.Throws<IOException>(() => Follow(new PduWatch(), Part(new byte[5000], control: 1), 512));

    private static void Follow(PduWatch watch, byte[] bytes, int step)
    {
        for (var i = 0; i < bytes.Length; i += step)
            watch.Follow(bytes.AsSpan(i, Math.Min(step, bytes.Length - i)));
    }

    private static byte[] Command(ushort field, ushort dataSetType) =>
    [
        0, 0, 0, 1, 2, 0, 0, 0, (byte)field, (byte)(field >> 8),
        0, 0, 0, 8, 2, 0, 0, 0, (byte)dataSetType, (byte)(dataSetType >> 8),
    ];

    private static byte[] Associate() => [1, 0, 0, 0, 0, 4, 9, 9, 9, 9];

    // In two parts, the first of them empty.
    private static byte[] Pdu(byte[] command) => [.. Part([], control: 1), .. Part(command, control: 3)];

    private static byte[] Data(int length) => Part(new byte[length], control: 2);

    private static byte[] Part(byte[] bytes, byte control)
    {
        var (pdu, part) = (bytes.Length + 6, bytes.Length + 2);
        return
        [
            4, 0, (byte)(pdu >> 24), (byte)(pdu >> 16), (byte)(pdu >> 8), (byte)pdu,
            (byte)(part >> 24), (byte)(part >> 16), (byte)(part >> 8), (byte)part, 1, control, .. bytes,
        ];
    }
}
