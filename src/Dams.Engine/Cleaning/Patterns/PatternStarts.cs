using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Dams.Core.Compatibility;

namespace Dams.Cleaning.Patterns;

/// <summary>
/// Finds the places of a text where a match of some patterns may start, all in one pass: whatever cannot is passed after a
/// character or two.
/// </summary>
/// <remarks>Safe for use by several threads. What one of them met, the others know: some hundred KiB, where texts are made to meet all states some MiB.</remarks>
internal sealed class PatternStarts
{
    // What goes on for so long may be a match.
    private const int LongestLook = 48;

    private readonly PatternGraph _graph;
    private readonly IReadOnlyList<ParsedPattern> _patterns;
    private readonly int _words;
    private readonly CharacterKinds _kinds;
    private volatile PatternAutomaton _automaton;

    public PatternStarts(PatternGraph graph, IReadOnlyList<ParsedPattern> patterns, PatternAtoms atoms)
    {
        _graph = graph;
        _patterns = patterns;
        _words = atoms.OfWords;
        _kinds = new CharacterKinds(atoms);
        _automaton = new PatternAutomaton(graph, patterns, _kinds);
    }

    /// <summary>For each pattern the places where a match may start, in order; null where there is none.</summary>
    [MethodImpl(HotPath.Options)]
    public List<int>?[] Find(string text)
    {
        var found = new List<int>?[_patterns.Count];
        var automaton = _automaton;
        var (before, isWordBefore) = (PatternAutomaton.TextStart, false);
        for (var start = 0; start < text.Length; start++)
        {
            if (automaton.IsFull)
            {
                if (_automaton == automaton)
                    _automaton = new PatternAutomaton(_graph, _patterns, _kinds);
                automaton = _automaton;
            }
            var kind = _kinds.Of(text[start]);
            var isWord = _kinds.IsIn(kind, _words);
            var state = automaton.StartBehind(before, isWordBefore != isWord);
            (before, isWordBefore) = (kind, isWord);
            for (var end = start; end <= text.Length; end++)
            {
                state = automaton.Next(state, end < text.Length ? _kinds.Of(text[end]) : CharacterKinds.End);
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
}
