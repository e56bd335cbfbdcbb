using System.Collections.Generic;

namespace Dams.Dicom;

/// <summary>
/// The elements of one dataset in the order of the file, nested ones behind the one that encloses them. It holds places,
/// not values: 32 bytes an element.
/// </summary>
internal sealed class ElementTree
{
    public const int Root = -1;
    public const int MaximumCount = 4_000_000;

    private readonly List<Element> _elements = new(256);

    public int Count => _elements.Count;

    public Element this[int index] => _elements[index];

    /// <summary>Bytes from the start of the file to what follows the last element.</summary>
    public long End { get; set; }

    /// <summary>How the elements at the root are encoded.</summary>
    public ElementForm Form { get; set; }

    /// <summary>The first element inside a sequence, an item or the root.</summary>
    public int FirstIn(int container) => container + 1;

    /// <summary>The index behind the last element inside a sequence, an item or the root.</summary>
    public int EndOf(int container) => container == Root ? Count : _elements[container].Next;

    /// <summary>The first element with a tag among those directly inside an item or the root; -1 where there is none.</summary>
    public int Find(Tag tag, int container = Root)
    {
        for (var i = FirstIn(container); i < EndOf(container); i = _elements[i].Next)
        {
            if (_elements[i].Tag == tag)
                return i;
        }
        return -1;
    }

    internal void Add(Element element) => _elements.Add(element);

    internal void Close(int index, long end) =>
        _elements[index] = _elements[index] with { End = end, Next = Count };

    internal void Truncate(int count) => _elements.RemoveRange(count, Count - count);
}
