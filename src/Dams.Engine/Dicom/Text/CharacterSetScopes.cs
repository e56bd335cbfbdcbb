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
    private readonly Dictionary<int, int> _declared = [];
    private readonly int[]? _holding;

    public CharacterSetScopes(ElementTree tree, CancellationToken cancellation)
    {
        Tree = tree;
        for (var i = 0; i < tree.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (tree[i].Tag == KnownTag.SpecificCharacterSet && !_declared.ContainsKey(tree[i].Parent))
                _declared.Add(tree[i].Parent, i);
        }
        // In nearly all files the dataset alone has one, and nothing needs to be remembered of the items.
        if (_declared.Count > (_declared.ContainsKey(ElementTree.Root) ? 1 : 0))
            _holding = Inherit(cancellation);
    }

    public ElementTree Tree { get; }

    /// <summary>The index of the Specific Character Set that applies inside an item or the root; -1 where none does.</summary>
    public int Find(int container) =>
        container == ElementTree.Root || _holding is null ? Declared(ElementTree.Root, -1) : _holding[container];

    private int[] Inherit(CancellationToken cancellation)
    {
        var holding = new int[Tree.Count];
        for (var i = 0; i < holding.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var parent = Tree[i].Parent;
            holding[i] = Declared(i, parent == ElementTree.Root ? Declared(ElementTree.Root, -1) : holding[parent]);
        }
        return holding;
    }

    private int Declared(int container, int fallback) => _declared.TryGetValue(container, out var index) ? index : fallback;
}
