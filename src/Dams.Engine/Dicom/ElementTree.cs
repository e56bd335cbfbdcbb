using System;
using System.Buffers;
using System.Runtime.CompilerServices;

namespace Dams.Dicom;

/// <summary>
/// The elements of one dataset in the order of the file, nested ones behind the one that encloses them. It holds places,
/// not values: 32 bytes an element.
/// </summary>
internal sealed class ElementTree : IDisposable
{
    public const int Root = -1;
    public const int MaximumCount = 4_000_000;

    private Element[] _elements;

    private ElementTree(Element[] elements) => _elements = elements;

    public ElementTree()
        : this(ArrayPool<Element>.Shared.Rent(512))
    {
    }

    /// <summary>A tree without elements, to which none is added.</summary>
    public static ElementTree Empty { get; } = new([]);

    public int Count { get; private set; }

    public ref readonly Element this[int index] => ref _elements[index];

    /// <summary>Bytes from the start of the file to what follows the last element.</summary>
    public long End { get; set; }

    /// <summary>Whether a group length or (0008,0001) Length to End is among them.</summary>
    public bool HasGroupLengths { get; private set; }

    /// <summary>How the elements at the root are encoded.</summary>
    public ElementForm Form { get; set; }

    /// <summary>The first element inside a sequence, an item or the root.</summary>
    public int FirstIn(int container) => container + 1;

    /// <summary>The index behind the last element inside a sequence, an item or the root.</summary>
    public int EndOf(int container) => container == Root ? Count : _elements[container].Next;

    /// <summary>The first element with a tag among those directly inside an item or the root; -1 where there is none.</summary>
    [MethodImpl(HotPath.Options)]
    public int Find(Tag tag, int container = Root)
    {
        for (var i = FirstIn(container); i < EndOf(container); i = _elements[i].Next)
        {
            if (_elements[i].Tag == tag)
                return i;
        }
        return -1;
    }

    public void Add(Element element)
    {
        if (Count == _elements.Length)
            Grow();
        _elements[Count++] = element;
        HasGroupLengths |= element.Tag.IsGroupLength || element.Tag == KnownTag.LengthToEnd;
    }

    public void Close(int index, long end) =>
        _elements[index] = _elements[index] with { End = end, Next = Count };

    public void Truncate(int count) => Count = count;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_elements.Length > 0)
            ArrayPool<Element>.Shared.Return(_elements);
        _elements = [];
        Count = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<Element>.Shared.Rent(Count * 2);
        Array.Copy(_elements, larger, Count);
        ArrayPool<Element>.Shared.Return(_elements);
        _elements = larger;
    }
}
