using System.Collections.Generic;
using System.Threading;
using Dams.Dicom.Dictionary;
using Dams.Dicom.Reading;

namespace Dams.Dicom.Text;

/// <summary>
/// Which (0008,0005) Specific Character Set holds in which item (PS3.3 section C.12.1.1.2): its own, else that of the
/// dataset or item around it.
/// </summary>
internal sealed class CharacterSetScopes
{
    private readonly int _atRoot = -1;

    // In nearly all files the dataset alone has one, and nothing needs to be remembered of the items.
    private readonly Dictionary<int, int>? _inItems;
    private readonly int[]? _holding;

    public CharacterSetScopes(ElementTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        for (var i = 0; i < tree.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            ref readonly var element = ref tree[i];
            if (element.Tag != KnownTag.SpecificCharacterSet)
                continue;
            // The first one of an item counts.
            if (element.Parent == ElementTree.Root)
                _atRoot = _atRoot < 0 ? i : _atRoot;
            else if (!(_inItems ??= []).ContainsKey(element.Parent))
                _inItems.Add(element.Parent, i);
        }
        if (_inItems is not null)
            _holding = Inherit(_inItems, cancellation);
    }

    public ElementTree Tree { get; }

    /// <summary>The index of the Specific Character Set that applies inside an item or the root; -1 where none does.</summary>
    public int Find(int container) =>
        container == ElementTree.Root || _holding is null ? _atRoot : _holding[container];

    private int[] Inherit(Dictionary<int, int> declared, CancellationToken cancellation)
    {
        var holding = new int[Tree.Count];
        for (var i = 0; i < holding.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var parent = Tree[i].Parent;
            var outer = parent == ElementTree.Root ? _atRoot : holding[parent];
            holding[i] = declared.TryGetValue(i, out var own) ? own : outer;
        }
        return holding;
    }
}
