using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Dams.Subjects;
using Dams.Tests.Support.Reading;

namespace Dams.Tests.Support.Expecting;

/// <summary>
/// The file that Encode has to make, put together from the pieces of the source: six attributes are others, the lengths
/// that enclose them follow, and every other byte is as it was.
/// </summary>
internal sealed class EncodeExpectation
{
    private const uint LengthToEnd = 0x00080001;

    private readonly NewIdentity _identity;
    private readonly string _sopClass;

    private EncodeExpectation(FileReading source, NewIdentity identity)
    {
        _identity = identity;
        _sopClass = source.Find("SOPClassUID")?.Text ?? "";
    }

    /// <summary>The bytes of the file, its dataset inflated where it is deflated.</summary>
    public static byte[] Create(FileReading source, NewIdentity identity)
    {
        var dataset = new EncodeExpectation(source, identity).Write(source.Dataset, []);
        return [.. source.Bytes[..source.DatasetStart], .. dataset, .. source.Bytes[source.DatasetEnd..]];
    }

    private byte[] Write(IReadOnlyList<ElementReading> elements, IReadOnlyList<uint> path)
    {
        var written = elements.Select(element => Write(element, path)).ToArray();
        var hasGrown = false;
        for (var i = 0; i < elements.Count; i++)
        {
            var group = elements[i].Tag >> 16;
            if ((elements[i].Tag & 0xFFFF) == 0 && elements[i].Value.Length == 4)
                PutLength(i, Enumerable.Range(i + 1, elements.Count - i - 1).TakeWhile(j => elements[j].Tag >> 16 == group));
            hasGrown |= written[i].Length != elements[i].Raw.Length;
        }
        var toEnd = elements.ToList().FindIndex(element => element.Tag == LengthToEnd);
        if (toEnd >= 0 && hasGrown && path.Count == 0)
            PutLength(toEnd, Enumerable.Range(toEnd + 1, elements.Count - toEnd - 1));
        return [.. written.SelectMany(bytes => bytes)];

        void PutLength(int place, IEnumerable<int> counted)
        {
            var places = counted.ToArray();
            if (places.Sum(j => written[j].Length) == places.Sum(j => elements[j].Raw.Length))
                return;
            var value = BitConverter.GetBytes(places.Sum(j => written[j].Length));
            if (elements[place].IsBigEndian)
                Array.Reverse(value);
            written[place] = elements[place].WithValue(value);
        }
    }

    private byte[] Write(ElementReading element, IReadOnlyList<uint> path)
    {
        if (NewValue(element, path) is { } value)
            return element.WithDefinedValue(Encoding.Latin1.GetBytes(value.Length % 2 == 0 ? value : value + " "));
        if (element.Items is null)
            return element.Raw;
        var items = element.Items.Select(item => item.WithContent(Write(item.Elements, [.. path, element.Tag])));
        return element.WithValue([.. items.SelectMany(bytes => bytes)]);
    }

    private string? NewValue(ElementReading element, IReadOnlyList<uint> path)
    {
        var isEmpty = element.Value.Length == 0 && !element.HasUndefinedLength;
        switch (element.Tag)
        {
            case 0x00100010:
                return isEmpty && path.Count > 0 ? null : _identity.PatientName;
            case 0x00100020:
                return isEmpty && path.Count > 0 ? null : _identity.Subject;
            case 0x00100030:
                return isEmpty && path.Count > 0 ? null : _identity.PatientBirthDate;
            case 0x00080080:
                var type = ProfileTable.TypeOf(element.Tag, _sopClass, string.Join('/', path.Select(tag => $"{tag:X8}")));
                return isEmpty ? null : type is '1' or '?' ? "REMOVED" : "";
            case 0x00080081 or 0x00081030:
                return isEmpty ? null : "";
            default:
                return null;
        }
    }
}
