using System;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;

namespace Dams.Deidentification;

/// <summary>Numbers, dates, times and ages in characters (PS3.5 table 6.2-1: DS, IS, DA, DT, TM, AS).</summary>
internal static class NumberText
{
#if NETSTANDARD2_0
    private static readonly bool[] Allowed = Array.ConvertAll(new int[256], _ => false);

    static NumberText()
    {
        foreach (var character in Characters)
            Allowed[character] = true;
    }
#else
    private static readonly System.Buffers.SearchValues<byte> Allowed = System.Buffers.SearchValues.Create("0123456789+-.:eE DWMY\\\0"u8);
#endif

    /// <summary>Whether a value has no other characters than these have.</summary>
    [MethodImpl(HotPath.Options)]
    public static bool IsPlain(ByteSource source, in Element element)
    {
        var end = element.ValueOffset + element.ValueLength;
        for (var position = element.ValueOffset; position < end;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var bytes = source.PeekAvailable(position);
            bytes = bytes.Slice(0, (int)Math.Min(bytes.Length, end - position));
            if (bytes.IsEmpty)
                return true;
            if (!IsPlain(bytes))
                return false;
            position += bytes.Length;
        }
        return true;
    }

    /// <summary>Whether a value is decimal numbers, with backslashes between them and padding behind them: no "91-812-8800", no text behind a NUL.</summary>
    [MethodImpl(HotPath.Options)]
    public static bool AreNumbers(ByteSource source, in Element element)
    {
        var end = element.ValueOffset + element.ValueLength;
        var part = Part.Start;
        for (var position = element.ValueOffset; position < end;)
        {
            source.Cancellation.ThrowIfCancellationRequested();
            var bytes = source.PeekAvailable(position);
            bytes = bytes.Slice(0, (int)Math.Min(bytes.Length, end - position));
            if (bytes.IsEmpty)
                break;
            foreach (var value in bytes)
            {
                part = Next(part, value);
                if (part == Part.None)
                    return false;
            }
            position += bytes.Length;
        }
        return part is not (Part.Sign or Part.Exponent or Part.ExponentSign);
    }

    /// <summary>What part of a number a character is, after what came before it; <see cref="Part.None"/> where it cannot stand there.</summary>
    private static Part Next(Part part, byte value) => (char)value switch
    {
        '\0' => part is Part.Sign or Part.Exponent or Part.ExponentSign ? Part.None : Part.Padding,
        _ when part == Part.Padding => Part.None,
        '\\' => part is Part.Sign or Part.Exponent or Part.ExponentSign ? Part.None : Part.Start,
        ' ' => part switch { Part.Start => Part.Start, Part.Digits or Part.ExponentDigits or Part.Space => Part.Space, _ => Part.None },
        '+' or '-' => part switch { Part.Start => Part.Sign, Part.Exponent => Part.ExponentSign, _ => Part.None },
        >= '0' and <= '9' or '.' => part switch
        {
            Part.Start or Part.Sign or Part.Digits => Part.Digits,
            Part.Exponent or Part.ExponentSign or Part.ExponentDigits when value != '.' => Part.ExponentDigits,
            _ => Part.None,
        },
        'e' or 'E' => part == Part.Digits ? Part.Exponent : Part.None,
        _ => Part.None,
    };

    private enum Part
    {
        None,
        Start,
        Sign,
        Digits,
        Exponent,
        ExponentSign,
        ExponentDigits,
        Space,
        Padding,
    }

#if NETSTANDARD2_0
    private const string Characters = "0123456789+-.:eE DWMY\\\0";

    private static bool IsPlain(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            if (!Allowed[value])
                return false;
        }
        return true;
    }
#else
    private static bool IsPlain(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(Allowed) < 0;
#endif
}
