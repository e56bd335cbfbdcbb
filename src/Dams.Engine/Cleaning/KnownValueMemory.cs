using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;
using Dams.Dicom.Reading;

namespace Dams.Cleaning;

/// <summary>
/// Reads the identifying values of files, and knows them again where a file has the same ones as the file before: in a series all
/// have.
/// </summary>
/// <remarks>May be used by several threads. Memory: the values of one file.</remarks>
internal sealed class KnownValueMemory
{
    private volatile Remembered? _last;

    /// <summary>The values of a file; the same list where they are those of the file before.</summary>
    /// <exception cref="DamsException">There are more of them than <see cref="ReadLimits.KnownValues"/>.</exception>
    public IReadOnlyList<KnownValue> Read(DicomFile file)
    {
        if (_last is { } last && last.Fits(file))
            return last.Values;
        var values = KnownValueReader.Read(file);
        _last = Remembered.Of(file, values);
        return values;
    }

    /// <summary>The values of a file, with all of it that decides about them: which elements it has, and the bytes of some.</summary>
    private sealed class Remembered
    {
        // More than any real instance has; its values are read anew then.
        private const int MostElements = 4096, MostBytes = 64 * 1024;

        // YYYYMMDD: of a day and a time, the day alone is a value to look for.
        private const int DateLength = 8;

        private readonly Key[] _keys;
        private readonly byte[] _bytes;

        /// <param name="Start">Where the bytes of its value start that decide; negative where none of them do.</param>
        private readonly record struct Key(Tag Tag, Vr Vr, int Parent, bool IsShort, bool IsDate, int Start, int Length);

        private Remembered(Key[] keys, byte[] bytes, IReadOnlyList<KnownValue> values)
        {
            _keys = keys;
            _bytes = bytes;
            Values = values;
        }

        public IReadOnlyList<KnownValue> Values { get; }

        public static Remembered? Of(DicomFile file, IReadOnlyList<KnownValue> values)
        {
            var tree = file.Dataset;
            if (tree.Count > MostElements)
                return null;
            var keys = new Key[tree.Count];
            var bytes = new List<byte>();
            for (var i = 0; i < keys.Length; i++)
            {
                var element = tree[i];
                var isDate = KnownValueReader.KindOf(element) == KnownValueKind.Date;
                var start = bytes.Count;
                if (!KnownValueReader.Decides(element))
                {
                    start = -1;
                }
                else
                {
                    if (element.ValueLength > KnownValueReader.MaximumLength || bytes.Count > MostBytes)
                        return null;
                    foreach (var value in BytesOf(file, element, isDate))
                        bytes.Add(value);
                }
                keys[i] = new Key(
                    element.Tag, element.Vr, element.Parent, KnownValueReader.HoldsShortValue(element), isDate, start, start < 0 ? 0 : bytes.Count - start);
            }
            return new Remembered(keys, [.. bytes], values);
        }

        /// <summary>Whether the values of a file are these.</summary>
        [MethodImpl(HotPath.Options)]
        public bool Fits(DicomFile file)
        {
            var tree = file.Dataset;
            if (tree.Count != _keys.Length)
                return false;
            for (var i = 0; i < _keys.Length; i++)
            {
                ref readonly var element = ref tree[i];
                ref readonly var key = ref _keys[i];
                if (key.Tag != element.Tag || key.Vr != element.Vr || key.Parent != element.Parent || key.IsShort != KnownValueReader.HoldsShortValue(element))
                    return false;
                if (key.Start >= 0 && !(element.ValueLength <= KnownValueReader.MaximumLength && BytesOf(file, element, key.IsDate).SequenceEqual(_bytes.AsSpan(key.Start, key.Length))))
                    return false;
            }
            return true;
        }

        /// <summary>The bytes that decide: of the one date of an element its day, of others all.</summary>
        private static ReadOnlySpan<byte> BytesOf(DicomFile file, in Element element, bool isDate)
        {
            var bytes = file.Source.Peek(element.ValueOffset, (int)element.ValueLength);
            if (!isDate || bytes.Length <= DateLength || bytes.IndexOf((byte)'\\') >= 0)
                return bytes;
            foreach (var value in bytes.Slice(0, DateLength))
            {
                if (value is < (byte)'0' or > (byte)'9')
                    return bytes;
            }
            return bytes.Slice(0, DateLength);
        }
    }
}
