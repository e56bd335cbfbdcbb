using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Patterns;

/// <summary>The states that a graph of patterns can be in, found as they are met.</summary>
/// <remarks>Safe for use by several threads: what is known is read without a lock, and what is not is found under one.</remarks>
internal sealed class PatternAutomaton(PatternGraph graph, IReadOnlyList<ParsedPattern> patterns, CharacterKinds kinds)
{
    /// <summary>Stands for the kind of the character before a text.</summary>
    public const int TextStart = -1;

    private const int MostStates = 1 << 14;

    private readonly object _lock = new();
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);
    private volatile State?[] _starts = new State?[64];
    private volatile bool _isFull;

    /// <summary>Whether it has met so much that another has to begin anew.</summary>
    public bool IsFull => _isFull;

    /// <summary>The state behind a character, before the first of a match.</summary>
    /// <param name="before">The kind of the character.</param>
    /// <param name="isBoundary">Whether a word starts or ends there.</param>
    public State StartBehind(int before, bool isBoundary)
    {
        var index = ((before + 1) << 1) | (isBoundary ? 1 : 0);
        var starts = _starts;
        return (index < starts.Length ? starts[index] : null) ?? AddStart(index, before, isBoundary);
    }

    /// <summary>The state behind the next character.</summary>
    /// <param name="kind">The kind of the character.</param>
    public State Next(State state, int kind)
    {
        var next = state.Next;
        return (kind < next.Length ? next[kind] : null) ?? AddNext(state, kind);
    }

    private static State?[] WithRoom(State?[] states, int index)
    {
        if (index >= states.Length)
            Array.Resize(ref states, Math.Max(16, index * 2));
        return states;
    }

    private State AddStart(int index, int before, bool isBoundary)
    {
        lock (_lock)
        {
            var (places, ended) = (new HashSet<int>(), new HashSet<int>());
            for (var i = 0; i < patterns.Count; i++)
            {
                if ((!patterns[i].IsBoundary || isBoundary) && (before == TextStart || !patterns[i].Refused.Any(atom => kinds.IsIn(before, atom))))
                    graph.Reach(graph.StartOf(i), places, ended);
            }
            var starts = WithRoom(_starts, index);
            var state = starts[index] = StateOf(places, ended);
            _starts = starts;
            return state;
        }
    }

    private State AddNext(State state, int kind)
    {
        lock (_lock)
        {
            var (places, ended) = (new HashSet<int>(), new HashSet<int>());
            foreach (var place in state.Places)
            {
                if (kinds.IsIn(kind, graph.AtomOf(place)))
                    graph.Reach(graph.Behind(place), places, ended);
            }
            var all = WithRoom(state.Next, kind);
            var next = all[kind] = StateOf(places, ended);
            state.Next = all;
            return next;
        }
    }

    private State StateOf(HashSet<int> places, HashSet<int> ended)
    {
        int[] asking = [.. places.Where(graph.AsksForCharacter).OrderBy(place => place)];
        int[] over = [.. ended.OrderBy(pattern => pattern)];
        var key = string.Join(",", asking) + ";" + string.Join(",", over);
        if (!_states.TryGetValue(key, out var state))
        {
            _states.Add(key, state = new State(asking, over, [.. asking.Select(graph.PatternOf).Distinct()]));
            _isFull = _states.Count > MostStates;
        }
        return state;
    }

    /// <summary>What may follow at some place of a match.</summary>
    /// <param name="places">The places of the graph that ask for a character.</param>
    /// <param name="ended">The patterns that end here.</param>
    /// <param name="alive">The patterns that may go on.</param>
    internal sealed class State(int[] places, int[] ended, int[] alive)
    {
        /// <summary>By the kind of the next character the state behind it, where it is known.</summary>
        public volatile State?[] Next = [];

        public int[] Places { get; } = places;

        public int[] Ended { get; } = ended;

        public int[] Alive { get; } = alive;
    }
}
