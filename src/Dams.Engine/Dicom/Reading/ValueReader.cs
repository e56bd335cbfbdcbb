using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Text;

namespace Dams.Dicom.Reading;

/// <summary>The values of the elements of one file, as text and numbers.</summary>
internal sealed class ValueReader
{
    private static readonly char[] Padding = [' ', '\0'];

    private readonly DicomFile _file;
    private (ElementTree? Tree, int Container, CharacterSet Set) _lastSet = (null, 0, CharacterSet.Default);
    private (int Index, CharacterSet Set) _lastDeclared = (-1, CharacterSet.Default);
    private CharacterSetScopes? _scopes;

    public ValueReader(DicomFile file) => _file = file;

    /// <summary>
    /// The value representation by which to read a value: that of the dictionary where the file says "unknown", or calls
    /// bytes what is text.
    /// </summary>
    public static Vr VrOf(Element element)
    {
        if (element.Vr != Vr.UN && element.Vr != Vr.OB)
            return element.Vr;
        var vr = DataDictionary.VrOf(element.Tag);
        return element.Vr == Vr.UN || vr.IsText ? vr : element.Vr;
    }

    /// <summary>The bytes of a value.</summary>
    /// <exception cref="DamsException">It is longer than <see cref="ReadLimits.ValueLength"/>.</exception>
    public byte[] Bytes(Element element)
    {
        if (element.ValueLength > ReadLimits.ValueLength)
            throw DicomErrors.ValueTooLong(element.Tag, element.ValueLength, ReadLimits.ValueLength);
        var bytes = new byte[element.ValueLength];
        _file.Source.CopyTo(element.ValueOffset, bytes);
        return bytes;
    }

    /// <summary>A value as text without padding; several values with the backslashes between them.</summary>
    public string Text(ElementTree tree, int index) => Text(tree, index, VrOf(tree[index]));

    /// <summary>A value as text without padding, read by the value representation that the caller gives.</summary>
    public string Text(ElementTree tree, int index, Vr vr)
    {
        var element = tree[index];
        // The terms that name a character set stand in none, whatever value representation a file gives them.
        var isDecoded = vr.UsesCharacterSet && element.Tag != KnownTag.SpecificCharacterSet;
        var set = isDecoded ? CharacterSetOf(tree, element.Parent) : null;
        // In no character set are the bytes of spaces and NULs at either end those of another character.
        var bytes = Peek(element);
        while (!bytes.IsEmpty && bytes[bytes.Length - 1] is 0 or (byte)' ')
            bytes = bytes.Slice(0, bytes.Length - 1);
        while (vr.IsMultiText && !bytes.IsEmpty && bytes[0] == ' ')
            bytes = bytes.Slice(1);
        return set is null ? Encodings.DecodeLatin1(bytes) : set.Decode(bytes);
    }

    /// <summary>The text of an element at the root of the dataset; empty where it is missing or has no value.</summary>
    public string Text(Tag tag)
    {
        var index = _file.Dataset.Find(tag);
        return index < 0 ? "" : Text(_file.Dataset, index);
    }

    /// <summary>The single values of an element without padding.</summary>
    public string[] Texts(ElementTree tree, int index)
    {
        var text = Text(tree, index);
        if (text.Length == 0)
            return [];
        return VrOf(tree[index]).IsMultiText ? Array.ConvertAll(text.Split('\\'), Trim) : [text];

        static string Trim(string value) => value.Trim(Padding);
    }

    /// <summary>The binary numbers of an element; empty where its value representation is not of numbers.</summary>
    public IReadOnlyList<object> Numbers(Element element)
    {
        var vr = VrOf(element);
        var size = vr.WordSize;
        if (size == 1 || vr.IsText)
            return [];
        var bytes = Bytes(element);
        var numbers = new object[bytes.Length / size];
        Span<byte> word = stackalloc byte[8];
        for (var i = 0; i < numbers.Length; i++)
        {
            bytes.AsSpan(i * size, size).CopyTo(word);
            if (element.IsBigEndian)
                word.Slice(0, size).Reverse();
            numbers[i] = Number(vr, word);
        }
        return numbers;
    }

    /// <summary>The first binary number of an element whose numbers have 16 bits and no sign; null where it has none such.</summary>
    public ushort? FirstUInt16(Element element)
    {
        var vr = VrOf(element);
        if (vr.IsText || vr.WordSize != sizeof(ushort) || vr == Vr.SS || element.ValueLength < sizeof(ushort))
            return null;
        var bytes = _file.Source.Peek(element.ValueOffset, sizeof(ushort));
        if (bytes.Length < sizeof(ushort))
            throw FileErrors.SourceChanged();
        return element.IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
    }

    /// <summary>The character set that holds inside an item or the root (PS3.3 section C.12.1.1.2).</summary>
    public CharacterSet CharacterSetOf(ElementTree tree, int container)
    {
        if (_lastSet.Tree == tree && _lastSet.Container == container)
            return _lastSet.Set;
        var set = FindCharacterSet(tree, container);
        _lastSet = (tree, container, set);
        return set;
    }

    /// <summary>The bytes of a value, until the source is read further.</summary>
    private ReadOnlySpan<byte> Peek(Element element)
    {
        if (element.ValueLength > _file.Source.WindowSize)
            return Bytes(element);
        var bytes = _file.Source.Peek(element.ValueOffset, (int)element.ValueLength);
        return bytes.Length == element.ValueLength ? bytes : throw FileErrors.SourceChanged();
    }

    private CharacterSet FindCharacterSet(ElementTree tree, int container)
    {
        if (_scopes is null || _scopes.Tree != tree)
        {
            _scopes = new CharacterSetScopes(tree, _file.Source.Cancellation);
            _lastDeclared = (-1, CharacterSet.Default);
        }
        // Many items share what one element far away declares.
        var index = _scopes.Find(container);
        if (index < 0)
            return CharacterSet.Default;
        if (index != _lastDeclared.Index)
            _lastDeclared = (index, CharacterSet.FromTerms(Text(tree, index, Vr.CS).Split('\\')));
        return _lastDeclared.Set;
    }

    private static object Number(Vr vr, ReadOnlySpan<byte> word)
    {
        if (vr == Vr.SS)
            return BinaryPrimitives.ReadInt16LittleEndian(word);
        if (vr == Vr.SL)
            return BinaryPrimitives.ReadInt32LittleEndian(word);
        if (vr == Vr.SV)
            return BinaryPrimitives.ReadInt64LittleEndian(word);
        if (vr == Vr.FL || vr == Vr.OF)
            return BitConverter.ToSingle(BitConverter.GetBytes(BinaryPrimitives.ReadInt32LittleEndian(word)), 0);
        if (vr == Vr.FD || vr == Vr.OD)
            return BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(word));
        return vr.WordSize switch
        {
            2 => (object)BinaryPrimitives.ReadUInt16LittleEndian(word),
            4 => BinaryPrimitives.ReadUInt32LittleEndian(word),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(word),
        };
    }
}
