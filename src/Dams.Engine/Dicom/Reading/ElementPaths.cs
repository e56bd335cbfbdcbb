using System.Collections.Generic;

namespace Dams.Dicom.Reading;

/// <summary>Where elements stand: names from the root, with the number of the item, counted from 1, after each sequence.</summary>
internal sealed class ElementPaths
{
    private readonly ElementTree _tree;

    // Of an item its number, of a sequence the number of its items; counted at once, for any number of paths.
    private int[]? _numbers;

    public ElementPaths(ElementTree tree) => _tree = tree;

    public string PathOf(int index)
    {
        var names = new List<string> { NameOf(index) };
        for (var item = _tree[index].Parent; item != ElementTree.Root; item = _tree[index].Parent)
        {
            index = _tree[item].Parent;
            names.Add($"{NameOf(index)}[{(_numbers ??= Count())[item]}]");
        }
        names.Reverse();
        return string.Join(".", names);
    }

    private string NameOf(int index) => DataDictionary.KeywordOf(_tree[index].Tag) is { Length: > 0 } keyword
        ? keyword
        : _tree[index].Tag.ToString();

    private int[] Count()
    {
        var numbers = new int[_tree.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (_tree[i].IsItem)
                numbers[i] = ++numbers[_tree[i].Parent];
        }
        return numbers;
    }
}
