using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;

namespace Dams.Cleaning.Patterns;

/// <summary>
/// Finds the places of a text where a match of some patterns may start, all in one pass: whatever cannot is passed after a
/// character or two.
/// </summary>
/// <remarks>Not safe for use by several threads. It remembers what it met: some hundred KiB.</remarks>
internal sealed class PatternStarts
{
    // What goes on for so long may be a match.
    private const int LongestLook = 48;

    private const int MostStates = 1 << 14;

    private const int EndKind = 0;

    private readonly PatternGraph _graph;
    private readonly IReadOnlyList<ParsedPattern> _patterns;
    private readonly PatternAtoms _atoms;
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kindsByAtoms = new(StringComparer.Ordinal);
    private readonly List<bool[]> _kinds = [];
    private readonly ushort[]?[] _kindOf = new ushort[256][];
    private readonly Dictionary<(int Before, bool IsBoundary), State> _starts = [];
    private State?[] _startOf = new State?[64];

    public PatternStarts(PatternGraph graph, IReadOnlyList<ParsedPattern> patterns, PatternAtoms atoms)
    {
        _graph = graph;
        _patterns = patterns;
        _atoms = atoms;
        _kinds.Add(atoms.OfEnd());
    }

    /// <summary>For each pattern the places where a match may start, in order; null where there is none.</summary>
    [MethodImpl(HotPath.Options)]
    public List<int>?[] Find(string text)
    {
        var found = new List<int>?[_patterns.Count];
        var (before, isWordBefore) = (0, false);
        for (var start = 0; start < text.Length; start++)
        {
            if (_states.Count > MostStates)
                Forget();
            var kind = KindOf(text[start]);
            var isWord = _kinds[kind][_atoms.OfWords];
            var state = StartBehind(before, isWordBefore != isWord);
            (before, isWordBefore) = (kind + 1, isWord);
            for (var end = start; end <= text.Length; end++)
            {
                state = Next(state, end < text.Length ? KindOf(text[end]) : EndKind);
                if (state.Ended.Length > 0)
                    Note(found, state.Ended, start);
                if (state.Places.Length == 0)
                    break;
                if (end - start < LongestLook)
                    continue;
                Note(found, state.Alive, start);
                break;
            }
        }
        return found;
    }

    private static void Note(List<int>?[] found, int[] patterns, int start)
    {
        foreach (var pattern in patterns)
        {
            var places = found[pattern] ??= [];
            if (places.Count == 0 || places[places.Count - 1] != start)
                places.Add(start);
        }
    }

    private void Forget()
    {
        _states.Clear();
        _starts.Clear();
        Array.Clear(_startOf, 0, _startOf.Length);
    }

    /// <summary>The number of the characters that all literals and classes hold to be equal.</summary>
    private int KindOf(char character) => (_kindOf[character >> 8] ?? AddPage(character))[character & 0xFF] is > 0 and var kind
        ? kind - 1
        : AddKind(character);

    private ushort[] AddPage(char character) => _kindOf[character >> 8] = new ushort[256];

    private int AddKind(char character)
    {
        var atoms = _atoms.Of(character);
        var key = new string(Array.ConvertAll(atoms, has => has ? '1' : '0'));
        if (!_kindsByAtoms.TryGetValue(key, out var kind))
        {
            _kindsByAtoms.Add(key, kind = _kinds.Count);
            _kinds.Add(atoms);
        }
        _kindOf[character >> 8]![character & 0xFF] = (ushort)(kind + 1);
        return kind;
    }

    /// <param name="before">The kind before the place, from 1 on; 0 where the text starts.</param>
    private State StartBehind(int before, bool isBoundary)
    {
        var index = (before << 1) | (isBoundary ? 1 : 0);
        if (index >= _startOf.Length)
            Array.Resize(ref _startOf, index * 2);
        return _startOf[index] ??= AddStart(before, isBoundary);
    }

    private State AddStart(int before, bool isBoundary)
    {
        var (places, ended) = (new HashSet<int>(), new HashSet<int>());
        for (var i = 0; i < _patterns.Count; i++)
        {
            if ((!_patterns[i].IsBoundary || isBoundary) && (before == 0 || !_patterns[i].Refused.Any(atom => _kinds[before - 1][atom])))
                _graph.Reach(_graph.StartOf(i), places, ended);
        }
        return StateOf(places, ended);
    }

    private State Next(State state, int kind)
    {
        if (kind < state.Next.Length && state.Next[kind] is { } known)
            return known;
        var (places, ended) = (new HashSet<int>(), new HashSet<int>());
        foreach (var place in state.Places)
        {
            if (_kinds[kind][_graph.AtomOf(place)])
                _graph.Reach(_graph.Behind(place), places, ended);
        }
        if (kind >= state.Next.Length)
            Array.Resize(ref state.Next, Math.Max(_kinds.Count, kind + 1));
        return state.Next[kind] = StateOf(places, ended);
    }

    private State StateOf(HashSet<int> places, HashSet<int> ended)
    {
        int[] asking = [.. places.Where(_graph.AsksForCharacter).OrderBy(place => place)];
        int[] patterns = [.. ended.OrderBy(pattern => pattern)];
        var key = string.Join(",", asking) + ";" + string.Join(",", patterns);
        if (!_states.TryGetValue(key, out var state))
            _states.Add(key, state = new State(asking, patterns, [.. asking.Select(_graph.PatternOf).Distinct()]));
        return state;
    }

    /// <summary>What may follow at some place of a match.</summary>
    /// <param name="places">The places of the graph that ask for a character.</param>
    /// <param name="ended">The patterns that end here.</param>
    /// <param name="alive">The patterns that may go on.</param>
    private sealed class State(int[] places, int[] ended, int[] alive)
    {
        public State?[] Next = [];

        public int[] Places { get; } = places;

        public int[] Ended { get; } = ended;

        public int[] Alive { get; } = alive;
    }
}
