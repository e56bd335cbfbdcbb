using System;
using System.Collections.Generic;
using System.Linq;

namespace Dams.Cleaning.Patterns;

/// <summary>Some patterns as one graph: at each place a character is asked for, and behind it are the places where a match may go on.</summary>
internal sealed class PatternGraph
{
    // A part that may come more often may come without end.
    private const int MostRepetitions = 40;

    private const int Fork = -1, End = -2;

    // A literal or class; of a fork -1; of the end of a pattern -2.
    private readonly List<int> _atoms = [];

    // Where it goes on: of the end the number of the pattern.
    private readonly List<int[]> _next = [];

    private readonly List<int> _patterns = [];
    private readonly int[] _starts;
    private readonly int _current;

    public PatternGraph(IReadOnlyList<ParsedPattern> patterns)
    {
        _starts = new int[patterns.Count];
        for (_current = 0; _current < patterns.Count; _current++)
            _starts[_current] = Build(patterns[_current].Part, Add(End, _current));
    }

    /// <summary>The literal or class that a place asks for.</summary>
    public int AtomOf(int place) => _atoms[place];

    /// <summary>The pattern that a place belongs to.</summary>
    public int PatternOf(int place) => _patterns[place];

    /// <summary>Where a pattern starts.</summary>
    public int StartOf(int pattern) => _starts[pattern];

    /// <summary>Adds the places that ask for a character and can be reached from one without any, and the patterns that end there.</summary>
    public void Reach(int place, ISet<int> places, ISet<int> ended)
    {
        if (_atoms[place] == End)
            ended.Add(_patterns[place]);
        else if (places.Add(place) && _atoms[place] == Fork)
            Array.ForEach(_next[place], next => Reach(next, places, ended));
    }

    /// <summary>Whether a place asks for a character.</summary>
    public bool AsksForCharacter(int place) => _atoms[place] >= 0;

    /// <summary>The place behind the character that one asks for.</summary>
    public int Behind(int place) => _next[place][0];

    private int Add(int atom, params int[] next)
    {
        _atoms.Add(atom);
        _next.Add(next);
        _patterns.Add(_current);
        return _atoms.Count - 1;
    }

    private int Build(PatternPart part, int next) => part switch
    {
        PatternPart.Character character => Add(character.Atom, next),
        PatternPart.Sequence sequence => sequence.Parts.Reverse().Aggregate(next, (behind, piece) => Build(piece, behind)),
        PatternPart.Choice choice => Add(Fork, [.. choice.Parts.Select(piece => Build(piece, next))]),
        PatternPart.Repetition repetition => Repeat(repetition, next),
        // What follows is asked for where nothing else is.
        PatternPart.Ahead ahead => _atoms[next] == End ? Build(ahead.Part, next) : next,
        _ => throw new ArgumentException("There is no such part.", nameof(part)),
    };

    private int Repeat(PatternPart.Repetition repetition, int next)
    {
        var place = next;
        if (repetition.Most < 0 || repetition.Most - repetition.Fewest > MostRepetitions)
        {
            place = Add(Fork, next);
            _next[place] = [Build(repetition.Part, place), next];
        }
        else
        {
            for (var i = repetition.Fewest; i < repetition.Most; i++)
                place = Add(Fork, Build(repetition.Part, place), next);
        }
        for (var i = 0; i < repetition.Fewest; i++)
            place = Build(repetition.Part, place);
        return place;
    }
}
